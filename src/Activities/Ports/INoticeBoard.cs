namespace CaseFlow.Activities.Ports;

/// <summary>The resident's page of a case.</summary>
public interface INoticeBoard
{
    /// <summary>Writes a notice. A second one with the same key writes nothing.</summary>
    Task WriteAsync(string key, string tenant, Guid caseId, string text, string? english, CancellationToken cancel);
}
