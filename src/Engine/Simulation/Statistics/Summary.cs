namespace CaseFlow.Engine.Simulation.Statistics;

/// <summary>Many durations in little memory: count, mean, greatest, and quantiles that are right within one per cent. Seconds.</summary>
public sealed class Summary
{
    private const double Ratio = 1.02;
    private const int Buckets = 1_200;

    private static readonly double LogRatio = Math.Log(Ratio);

    private readonly int[] _counts = new int[Buckets];
    private double _sum;

    public long Count { get; private set; }

    public double Max { get; private set; }

    /// <summary>Null when nothing was added.</summary>
    public double? Mean => Count == 0 ? null : _sum / Count;

    public void Add(double seconds)
    {
        Count++;
        _sum += seconds;
        if (seconds > Max) Max = seconds;
        _counts[BucketOf(seconds)]++;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        (Count, Max, _sum) = (0, 0, 0);
    }

    /// <summary>The value that the given share of all values doesn't exceed; null when nothing was added.</summary>
    public double? Quantile(double share)
    {
        if (Count == 0) return null;
        var (rank, seen) = ((long)Math.Ceiling(share * Count), 0L);
        for (var i = 0; i < Buckets; i++)
            if ((seen += _counts[i]) >= rank)
                return Math.Min(Middle(i), Max);
        return Max;
    }

    /// <summary>Bucket 0 holds what is below one second; the last one all that is longer than about 600 years.</summary>
    private static int BucketOf(double seconds) =>
        seconds < 1 ? 0 : Math.Min(1 + (int)(Math.Log(seconds) / LogRatio), Buckets - 1);

    private static double Middle(int bucket) => bucket == 0 ? 0 : Math.Exp((bucket - 0.5) * LogRatio);
}
