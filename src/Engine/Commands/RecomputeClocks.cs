using System.Collections.Immutable;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Commands;

/// <summary>Works the case's open clocks out anew, because a calendar or the clocks' settings changed. Clocks that come out as they are get no event.</summary>
/// <param name="Reason">Stands, with who and when, on the timeline.</param>
/// <param name="Calendars">Only clocks of these calendars; an empty text is the default, which clocks use when they name none. Null: all clocks, by the settings that the case's flow has now.</param>
/// <param name="Past">The starts and changes of the case's clocks, oldest first.</param>
/// <param name="Version">The version of the case that the past belongs to; refused with <c>case-moved-on</c> at another.</param>
public sealed record RecomputeClocks(Actor Actor, string Reason, ImmutableArray<string>? Calendars, ImmutableArray<PastClockEvent> Past, long Version) : Command(Actor);

/// <param name="Event">A <see cref="ClockStarted"/> or <see cref="ClockChanged"/> of the case.</param>
public sealed record PastClockEvent(DateTimeOffset At, CaseEvent Event);
