using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Recorded;

/// <summary>A real case with all that happened in it, in order; the first event says that it started.</summary>
public sealed record RecordedCase(string Number, FlowRef Flow, ImmutableArray<RecordedEvent> Events);

/// <param name="Cause">The command that brought it about: <c>complete-task</c>.</param>
public sealed record RecordedEvent(CaseEvent Event, DateTimeOffset At, Actor Actor, string Cause);
