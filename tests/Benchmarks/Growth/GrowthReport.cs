using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>Collects what was measured and prints it: tables that can be pasted, then one line of JSON.</summary>
internal sealed class GrowthReport(GrowthOptions options)
{
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, double> _lists = [];
    private double _ratio = double.MaxValue;
    private double _many;
    private double _few;
    private long _bytesPerCase;

    /// <param name="size">Bytes of the whole database then.</param>
    public void Filled(int count, string what, TimeSpan time, long size)
    {
        if (count == options.Open && _bytesPerCase == 0) _bytesPerCase = size / Math.Max(count, 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filled {count:N0} {what} in {time.TotalSeconds:F0} s; the database has {size / 1048576:N0} MB"));
    }

    public void Completions(int open, int closed, (List<double> Few, List<double> Many) laps)
    {
        var (few, many) = (Median(laps.Few), Median(laps.Many));
        (_few, _many, _ratio) = (few, many, Math.Min(_ratio, many / few));
        Line($"| completions a second, {options.Few:N0} open | | {few:F0} | | |");
        Line($"| completions a second, {open:N0} open, {closed:N0} closed | | {many:F0} | | {many / few:F2} |");
    }

    /// <param name="ofBase">Milliseconds.</param>
    /// <param name="ofLarge">Milliseconds.</param>
    public void Read(string name, int closed, List<double> ofBase, List<double> ofLarge)
    {
        var ratio = At(ofLarge, 0.99) / At(ofBase, 0.99);
        var key = closed == 0 ? name : $"{name}, with closed";
        _lists[key] = Math.Round(ratio, 2);
        Line($"| {key} | {At(ofBase, 0.5):F2} / {At(ofBase, 0.99):F2} | {At(ofLarge, 0.5):F2} / {At(ofLarge, 0.99):F2} | {At(ofLarge, 0.5) / At(ofBase, 0.5):F2} | {ratio:F2} |");
    }

    public void Memory(long before, long after, int cases, long workingSet) => Line(
        $"| memory | managed before {before / 1048576:N0} MB | with {cases:N0} open cases read: {after / 1048576:N0} MB | {(after - before) / 1048576 * 100_000L / cases:N0} MB per 100,000 | working set {workingSet / 1048576:N0} MB |");

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Provider}: lists p50 / p99 in ms, {options.Readings} readings each, alternating"));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| | {options.Base:N0} open | {options.Open:N0} open | ratio p50 | ratio p99 |"));
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var line in _lines) Console.WriteLine(line);
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            provider = options.Provider.ToString().ToLowerInvariant(),
            ratio = Math.Round(_ratio, 3),
            casesPerSecond = Math.Round(_many, 1),
            fewCasesPerSecond = Math.Round(_few, 1),
            bytesPerCase = _bytesPerCase,
            worstListRatio = _lists.Values.Max(),
            lists = _lists,
        }));
    }

    private static double Median(List<double> values) => At(values, 0.5);

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)((values.Count - 1) * share));

    private void Line(FormattableString text) => _lines.Add(text.ToString(CultureInfo.InvariantCulture));
}
