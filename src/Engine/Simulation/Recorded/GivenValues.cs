using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Simulation.Recorded;

/// <summary>What somebody or something gave an element, read from the events that followed.</summary>
internal static class GivenValues
{
    /// <summary>Values set from an event on, up to the element's completion. An element that maps its outputs keeps what it was given on itself first: then that is it.</summary>
    /// <param name="from">Index of the event by which they came.</param>
    public static FeelContext After(RecordedCase recorded, int from, string elementId)
    {
        var values = FeelContext.Empty;
        for (var i = from + 1; i < recorded.Events.Length && recorded.Events[i].Cause == recorded.Events[from].Cause && recorded.Events[i].At == recorded.Events[from].At; i++)
            switch (recorded.Events[i].Event)
            {
                case VariablesSet set: values = Merge(values, set.Values); break;
                case ElementCompleted done when done.ElementId == elementId: return Own(recorded, from, i, done.Key) ?? values;
            }

        return values;
    }

    /// <summary>What a case started with.</summary>
    public static FeelContext OfStart(RecordedCase recorded) =>
        recorded.Events.Length > 1 && recorded.Events[1].Event is VariablesSet { ScopeKey: 0 } set ? set.Values : FeelContext.Empty;

    private static FeelContext? Own(RecordedCase recorded, int from, int to, long key)
    {
        for (var i = from + 1; i < to; i++)
            if (recorded.Events[i].Event is VariablesSet set && set.ScopeKey == key)
                return set.Values;
        return null;
    }

    private static FeelContext Merge(FeelContext values, FeelContext more)
    {
        foreach (var entry in more.Entries) values = values.With(entry.Key, entry.Value);
        return values;
    }
}
