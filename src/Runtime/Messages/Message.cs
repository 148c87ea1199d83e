using CaseFlow.Engine;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Runtime.Messages;

/// <summary>A message to whichever case waits for it, or starts by it.</summary>
/// <param name="Id">The sender's id; within the tenant the same id is taken once.</param>
/// <param name="CorrelationKey">Which wait is meant; null: one that names no key.</param>
/// <param name="TimeToLive">How long it may wait for its wait to appear; null: 14 days.</param>
public sealed record Message(
    string Tenant, string Id, string Name, string? CorrelationKey, FeelContext Variables, Actor Actor, TimeSpan? TimeToLive = null);

/// <param name="CaseId">The case that took it or was started by it.</param>
public sealed record MessageOutcome(MessageFate Fate, Guid? CaseId = null);

public enum MessageFate
{
    Delivered,
    CaseStarted,

    /// <summary>Nothing waits for it yet: it is stored.</summary>
    Waiting,

    /// <summary>The same id was delivered or stored before.</summary>
    TakenBefore,

    /// <summary>The same id was stored before and its time to live ended before a case waited for it: nobody takes it until a person puts it back (see <see cref="MessageDesk"/>).</summary>
    Expired,
}
