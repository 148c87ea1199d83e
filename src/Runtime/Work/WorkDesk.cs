using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Work;

/// <summary>What staff do with tasks and cases. Each call checks scope, role and form, and is durable when it returns <see cref="Done"/>.</summary>
public sealed class WorkDesk
{
    public Task<Outcome> ClaimAsync(Reader reader, Guid caseId, long taskKey, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Outcome> ReleaseAsync(Reader reader, Guid caseId, long taskKey, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Outcome> CompleteAsync(Reader reader, Guid caseId, long taskKey, FormPost values, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Hands a task to another person, team or unit.</summary>
    public Task<Outcome> TransferAsync(Reader reader, Guid caseId, long taskKey, string? userId, TeamRef? team, string reason, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Presses a case action: return with a ground, ask for an extension, hold, withdraw…</summary>
    public Task<Outcome> ActAsync(Reader reader, Guid caseId, long subscriptionKey, FormPost values, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Outcome> NoteAsync(Reader reader, Guid caseId, string text, bool isPublic, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Outcome> AttachAsync(Reader reader, Guid caseId, string fileName, Stream content, bool isPublic, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Outcome> StartAdHocAsync(Reader reader, Guid caseId, string elementId, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Outcome> RetryIncidentAsync(Reader reader, Guid caseId, long incidentKey, CancellationToken cancel = default) => throw new NotImplementedException();
}

/// <summary>Form fields as an HTML form posts them.</summary>
public sealed record FormPost(IReadOnlyDictionary<string, IReadOnlyList<string>> Values);
