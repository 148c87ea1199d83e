using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>What became of a case, read from its events: what a recorded case and its replay are compared by.</summary>
internal sealed class Outcome
{
    /// <summary>Null while it is open.</summary>
    public CaseStatus? Status { get; private set; }

    public string? Closure { get; private set; }

    /// <summary>Tasks and activities that were completed, and stages that were entered, with how often.</summary>
    public SortedDictionary<string, int> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>By decision, in the order they were asked.</summary>
    public SortedDictionary<string, List<DecisionMade>> Decisions { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Clocks { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Breached { get; } = new(StringComparer.Ordinal);

    public void Read(CaseEvent @event)
    {
        switch (@event)
        {
            case TaskCompleted e: Count(e.ElementId); break;
            case JobCompleted e: Count(e.ElementId); break;
            case StageEntered e: Count(e.Stage); break;
            case DecisionMade e: Made(e); break;
            case ClockStarted e: Clocks.Add(e.Clock.ClockId); break;
            case ClockMarked { Mark: ClockMark.Breach } e: Breached.Add(e.ClockId); break;
            case ClockStopped { Met: false } e: Breached.Add(e.ClockId); break;
            case CaseClosed e: (Status, Closure) = (e.Status, e.Closure); break;
        }
    }

    private void Count(string step) => Steps[step] = Steps.GetValueOrDefault(step) + 1;

    private void Made(DecisionMade e)
    {
        if (!Decisions.TryGetValue(e.Decision, out var made)) Decisions[e.Decision] = made = [];
        made.Add(e);
    }
}
