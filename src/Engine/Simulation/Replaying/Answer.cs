using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>What the record has for one opening of an element.</summary>
/// <param name="After">How long after the element opened it came.</param>
/// <param name="Error">The BPMN error an activity gave; null: it succeeded, or it is no activity.</param>
internal sealed record Answer(DateTimeOffset At, TimeSpan After, Actor Actor, FeelContext Values, string? Error = null);
