using System.Globalization;
using CaseFlow.Engine.Simulation.Replaying;

namespace CaseFlow.Cli.Simulation;

/// <summary>A replay's report as a table, with the first cases of each change.</summary>
internal static class ReplayText
{
    public static void Write(ReplayReport report, TextWriter writer)
    {
        writer.WriteLine($"{Whole(report.Cases)} recorded cases through {report.Name.In("en")} ({report.Draft.Key}): {Whole(report.Unchanged)} as recorded, {Whole(report.Changed)} changed; {Whole(report.NeedAnswers)} of these need an answer that the record doesn't have.");
        Section("What changed", report.Changes, writer);
        Section("Not repeated: commands of the record that a replay leaves out", report.LeftOut, writer);
    }

    private static void Section(string title, IReadOnlyCollection<ChangeCount> counts, TextWriter writer)
    {
        if (counts.Count == 0) return;
        writer.WriteLine();
        writer.WriteLine(title);
        foreach (var count in counts)
        {
            writer.WriteLine($"  {count.Kind} {count.What}: {Whole(count.Cases)} {(count.Cases == 1 ? "case" : "cases")}");
            foreach (var example in count.Examples) writer.WriteLine(example.Detail is null ? $"    {example.Number}" : $"    {example.Number} {example.Detail}");
        }
    }

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
