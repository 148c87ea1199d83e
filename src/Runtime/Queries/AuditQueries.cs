using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Queries;

/// <summary>For auditors: events across cases, who read what, and whether the chain holds.</summary>
public sealed class AuditQueries
{
    public Task<Page<AuditRow>> EventsAsync(Reader reader, AuditFilter filter, string? after = null, int size = 100, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Page<ReadingRow>> ReadingsAsync(Reader reader, string? after = null, int size = 100, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Recomputes one case's chain.</summary>
    public Task<ChainReport?> VerifyAsync(Reader reader, string number, CancellationToken cancel = default) => throw new NotImplementedException();
}

public sealed record AuditFilter(string? Number = null, string? ActorId = null, string? Type = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

public sealed record AuditRow(
    string Number, long Sequence, DateTimeOffset At, string ActorKind, string ActorName, string Cause, string Type, string? What, string? Why);

/// <summary>One reading of personal data.</summary>
public sealed record ReadingRow(DateTimeOffset At, string ReaderName, string Number, string Purpose);

/// <param name="BrokenAt">Sequence of the first event that doesn't fit; null when intact.</param>
public sealed record ChainReport(string Number, long Events, long? BrokenAt, string HeadHash);
