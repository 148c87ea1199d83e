using System.Collections.Immutable;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>A step grew too long: what was left waits for this timer.</summary>
public sealed record FollowUpsDeferred(TimerState Timer, ImmutableArray<FollowUp> FollowUps) : CaseEvent;
