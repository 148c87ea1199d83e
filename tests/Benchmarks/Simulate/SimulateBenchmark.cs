using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Reports;
using CaseFlow.Engine.Simulation.Scenarios;
using Process = System.Diagnostics.Process;

namespace CaseFlow.Benchmarks.Simulate;

/// <summary>How many cases of the complaint flow a second are simulated on one core, and that memory doesn't grow with their number.</summary>
internal static class SimulateBenchmark
{
    private const double PerDay = 100;
    private const int Times = 6;

    public static int Run(string[] options)
    {
        var root = Root();
        var package = Read(Path.Combine(root, "workflows", "complaint"));
        var world = new OneOffice(package, Office(Path.Combine(root, "workflows", "calendars")));
        var scenario = Staffed(ScenarioReader.Read(File.ReadAllText(Path.Combine(root, "examples", "simulation", "complaint.json")), "complaint.json"));
        long[] sizes = options.Contains("--quick") ? [200, 1_000, 2_000] : [1_000, 10_000, 100_000];
        var laps = sizes.Select(cases => Measure(package, world, scenario, cases)).ToList();
        Print(laps, Console.Out);
        return laps[^1].Report.Cases.Closed == sizes[^1] ? 0 : 1;
    }

    private static void Print(List<Lap> laps, TextWriter writer)
    {
        writer.WriteLine("| cases | commands | seconds (processor) | cases a second | commands a second | peak resident MB | allocated bytes a case |");
        writer.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var lap in laps)
            writer.WriteLine(FormattableString.Invariant(
                $"| {lap.Cases:N0} | {lap.Report.Commands:N0} | {lap.Seconds:N1} | {lap.Cases / lap.Seconds:N0} | {lap.Report.Commands / lap.Seconds:N0} | {lap.Peak / 1_048_576.0:N0} | {lap.Allocated / lap.Cases:N0} |"));
        var (before, last) = (laps[^2], laps[^1]);
        writer.WriteLine();
        writer.WriteLine(FormattableString.Invariant($"Peak memory at {last.Cases:N0} cases is {last.Peak / (double)before.Peak:N2} times that at {before.Cases:N0}. Still open at the end: {last.Report.Cases.Open}. Refused commands: {last.Report.Refused.Length}."));
    }

    private static Lap Measure(FlowPackage package, IWorld world, Scenario scenario, long cases)
    {
        var plan = scenario with { Cases = cases, Days = (int)(cases / PerDay) + 120 };
        GC.Collect();
        var (allocated, processor) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var report = Simulator.Run(package, world, plan, 1);
        var seconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        return new Lap(cases, seconds, PeakMemory(), GC.GetAllocatedBytesForCurrentThread() - allocated, report);
    }

    /// <summary>Five times the example's cases, and six times its people.</summary>
    private static Scenario Staffed(Scenario scenario) => scenario with
    {
        Arrivals = [scenario.Arrivals[0] with { PerDay = PerDay }],
        Staff = scenario.Staff.ToImmutableSortedDictionary(team => team.Key, team => team.Value.Select(group => group with { People = group.People * Times }).ToImmutableArray(), StringComparer.Ordinal),
    };

    /// <summary>Of the process so far: the laps go from the smallest to the largest, so a larger figure is the larger lap's.</summary>
    private static long PeakMemory()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }

    private static FlowPackage Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".bpmn" or ".dmn" or ".json").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        return FlowReader.Read(new FlowRef("complaint", 0), files).Package ?? throw new InvalidOperationException("Expected the complaint flow to be right.");
    }

    private static WorkingCalendar Office(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => CalendarReader.Read(File.ReadAllText(file), file)).ToList();
        return CalendarReader.Join(files.OfType<OfficeCalendarFile>().First(), "office", files.OfType<HolidayListFile>().Select(file => file.List));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CaseFlow.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Expected to run within the repository.");
        return folder;
    }

    private sealed record Lap(long Cases, double Seconds, long Peak, long Allocated, SimulationReport Report);

    private sealed class OneOffice(FlowPackage package, WorkingCalendar office) : IWorld
    {
        public FlowPackage Flow(FlowRef flow) => package;

        public WorkingCalendar Calendar(string? id) => office;
    }
}
