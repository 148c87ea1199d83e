namespace CaseFlow.Engine.Simulation.Statistics;

/// <summary>What is counted of a run as a whole. Its size depends on the flow, never on the number of cases.</summary>
internal sealed class RunTally
{
    public long Arrived { get; set; }

    public long Closed { get; set; }

    public int Open { get; set; }

    public long Steps { get; set; }

    /// <summary>From receipt to close, in seconds.</summary>
    public Summary ToClose { get; } = new();

    public SortedDictionary<string, long> Closures { get; } = new(StringComparer.Ordinal);

    /// <summary>By element and code.</summary>
    public SortedDictionary<(string Element, string Code), long> Incidents { get; } = new(PairOrder.Instance);

    /// <summary>Commands that the flow refused, by element and code, each with the first message.</summary>
    public SortedDictionary<(string Element, string Code), (long Count, string Message)> Refused { get; } = new(PairOrder.Instance);

    public SortedDictionary<string, ClockTally> Clocks { get; } = new(StringComparer.Ordinal);

    public ClockTally Clock(string id)
    {
        if (!Clocks.TryGetValue(id, out var tally)) Clocks[id] = tally = new ClockTally();
        return tally;
    }

    public void Refuse(string element, string code, string message) =>
        Refused[(element, code)] = Refused.TryGetValue((element, code), out var known) ? (known.Count + 1, known.Message) : (1, message);

    public void Clear()
    {
        (Arrived, Closed) = (0, 0);
        ToClose.Clear();
        Closures.Clear();
        Incidents.Clear();
        Refused.Clear();
        foreach (var clock in Clocks.Values) clock.Clear();
    }
}
