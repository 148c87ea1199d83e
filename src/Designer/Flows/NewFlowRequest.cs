namespace CaseFlow.Designer.Flows;

/// <param name="CopyOf">Key of the flow whose files to start from; null: the template that ships.</param>
public sealed record NewFlowRequest(string Key, string Name, string English, string? CopyOf);
