using CaseFlow.Engine.Simulation.Statistics;

namespace CaseFlow.Engine.Simulation.Learning;

/// <summary>What recorded cases say of one element, in little memory.</summary>
internal sealed class ElementRecord
{
    /// <summary>More different values than that are no choice.</summary>
    private const int MostValues = 200;

    public long Opened { get; set; }

    public long Answered { get; set; }

    public long Attempts { get; set; }

    public long Failed { get; set; }

    public Summary Durations { get; } = new();

    public SortedDictionary<string, long> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each value was entered, by field.</summary>
    public SortedDictionary<string, SortedDictionary<string, long>> Values { get; } = new(StringComparer.Ordinal);

    public void Error(string code) => Errors[code] = Errors.GetValueOrDefault(code) + 1;

    public void Enter(string field, string value)
    {
        if (!Values.TryGetValue(field, out var counts)) Values[field] = counts = new(StringComparer.Ordinal);
        if (counts.Count < MostValues || counts.ContainsKey(value)) counts[value] = counts.GetValueOrDefault(value) + 1;
    }
}
