namespace CaseFlow.Runtime.Ledger;

/// <summary>One place where the stored history does not fit its hashes.</summary>
/// <param name="Code">
/// <c>event-changed</c>, <c>event-missing</c>, <c>head-differs</c>, <c>case-missing</c>, <c>snapshot-differs</c>,
/// <c>seal-changed</c>, <c>seal-missing</c>, <c>sealed-head-missing</c>, <c>sealed-head-differs</c> or <c>deletion-changed</c>.
/// </param>
/// <param name="Sequence">The event's sequence number; the seal's number for a seal; 0 when neither.</param>
public sealed record ChainFault(string Code, Guid? CaseId, string? Number, long Sequence, string Message);

/// <param name="Seals">Number of seals of the ledger chain.</param>
/// <param name="Faults">Empty when the store is intact; at most 100 are listed.</param>
public sealed record LedgerReport(long Cases, long Events, long Seals, IReadOnlyList<ChainFault> Faults)
{
    /// <summary>Cases that retention rules deleted, of which the ledger keeps the hash.</summary>
    public long Deleted { get; init; }
}
