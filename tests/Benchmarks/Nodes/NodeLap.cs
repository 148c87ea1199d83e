namespace CaseFlow.Benchmarks.Nodes;

/// <param name="Done">Task completions that were answered.</param>
/// <param name="P50">Milliseconds; of several nodes the mean of each one's.</param>
/// <param name="Conflicts">Steps made again because another node came first.</param>
/// <param name="Refused">Completions that another node had done.</param>
internal sealed record NodeLap(int Done, double Seconds, double P50, long Conflicts, int Refused)
{
    public double PerSecond => Done / Seconds;

    public static NodeLap Sum(IReadOnlyCollection<NodeLap> laps) => new(
        laps.Sum(lap => lap.Done), laps.Sum(lap => lap.Seconds), laps.Average(lap => lap.P50), laps.Sum(lap => lap.Conflicts), laps.Sum(lap => lap.Refused));
}
