using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Queries;

public sealed record AuditFilter(string? Number = null, string? ActorId = null, string? Type = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

public sealed record AuditRow(
    string Number, long Sequence, DateTimeOffset At, string ActorKind, string ActorName, string Cause, string Type, LocalText? What, string? Why);

/// <summary>One reading of personal data.</summary>
public sealed record ReadingRow(DateTimeOffset At, string ReaderName, string Number, string Purpose);

/// <param name="BrokenAt">Sequence of the first event that doesn't fit; null when intact.</param>
public sealed record ChainReport(string Number, long Events, long? BrokenAt, string HeadHash);

/// <param name="Act"><c>message-sent-again</c>, <c>message-dropped</c>, <c>calendar-changed</c> or <c>clocks-recomputed</c>.</param>
/// <param name="Subject">The message, calendar or flow concerned.</param>
public sealed record ActRow(DateTimeOffset At, string ActorName, string Act, string Subject, string Reason);
