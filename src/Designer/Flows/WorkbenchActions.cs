using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Publishing;

namespace CaseFlow.Designer.Flows;

/// <summary>What the workbench can do with the flow's files, bound to one reader and one flow by the page.</summary>
/// <param name="SaveAsync">Files and the stamp they are based on.</param>
/// <param name="PublishAsync">Files and the change note.</param>
public sealed record WorkbenchActions(
    Func<IReadOnlyDictionary<string, string>, CancellationToken, Task<IReadOnlyList<Problem>>> CheckAsync,
    Func<IReadOnlyDictionary<string, string>, string?, Task<SaveOutcome>> SaveAsync,
    Func<IReadOnlyDictionary<string, string>, string, Task<PublishOutcome>> PublishAsync);
