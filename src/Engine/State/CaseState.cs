using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.State;

/// <summary>
/// A case as it stands: what is live, never what is finished, so its size does not grow with its history.
/// Only <c>Evolve</c> makes a new one; replaying a case's events gives the same state, byte for byte in its snapshot.
/// </summary>
public sealed record CaseState
{
    public required Guid CaseId { get; init; }

    public required FlowRef Flow { get; init; }

    /// <summary>The process within the flow that the case runs.</summary>
    public required string Process { get; init; }

    public required CaseFacts Facts { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public string? BusinessKey { get; init; }

    public CaseStatus Status { get; init; } = CaseStatus.Active;

    public string? Closure { get; init; }

    /// <summary>Sequence number of the last event; the store's version check.</summary>
    public long Version { get; init; }

    /// <summary>The next element instance, task, timer, clock or incident key: one counter, never reused.</summary>
    public long NextKey { get; init; } = 1;

    /// <summary>Live elements; key 0 is the case's own process.</summary>
    public ImmutableSortedDictionary<long, ElementInstance> Elements { get; init => field = Held<long, ElementInstance>.As(value); } = Held<long, ElementInstance>.None;

    public ImmutableSortedDictionary<long, TaskState> Tasks { get; init => field = Held<long, TaskState>.As(value); } = Held<long, TaskState>.None;

    public ImmutableSortedDictionary<long, JobState> Jobs { get; init => field = Held<long, JobState>.As(value); } = Held<long, JobState>.None;

    public ImmutableSortedDictionary<long, TimerState> Timers { get; init => field = Held<long, TimerState>.As(value); } = Held<long, TimerState>.None;

    public ImmutableSortedDictionary<long, SubscriptionState> Subscriptions { get; init => field = Held<long, SubscriptionState>.As(value); } = Held<long, SubscriptionState>.None;

    public ImmutableSortedDictionary<long, ClockState> Clocks { get; init => field = Held<long, ClockState>.As(value); } = Held<long, ClockState>.None;

    public ImmutableSortedDictionary<long, IncidentState> Incidents { get; init => field = Held<long, IncidentState>.As(value); } = Held<long, IncidentState>.None;

    /// <summary>Stages entered so far, by element id: round and whether it is the current one.</summary>
    public ImmutableSortedDictionary<string, StageState> Stages { get; init => field = Held<string, StageState>.As(value); } = Held<string, StageState>.None;

    /// <summary>Tokens on sequence flows in all scopes together: what joins still wait with. Almost always 0.</summary>
    public int WaitingTokens { get; init; }

    /// <summary>Who completed which task, by element id, for tasks that others must do independently of them.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Performers { get; init => field = value.WithComparers(StringComparer.Ordinal); } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Completed activities that compensation can undo, by key.</summary>
    public ImmutableSortedDictionary<long, CompensationState> Compensations { get; init => field = Held<long, CompensationState>.As(value); } = Held<long, CompensationState>.None;

    /// <summary>Follow-ups that a long step left for a <c>Continue</c> command.</summary>
    public ImmutableArray<FollowUp> Deferred { get; init; } = [];

    /// <summary>Variables of the case's own scope.</summary>
    [JsonIgnore]
    public FeelContext Variables => Elements[0].Variables;

    /// <summary>Ids of the live elements, for marking the diagram.</summary>
    [JsonIgnore]
    public IEnumerable<string> LiveElements => Elements.Values.Where(element => element.Key != 0).Select(element => element.ElementId);
}
