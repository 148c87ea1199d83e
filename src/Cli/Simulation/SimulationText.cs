using System.Globalization;
using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Reports;

namespace CaseFlow.Cli.Simulation;

/// <summary>A simulation's report as tables.</summary>
internal static class SimulationText
{
    public static void Write(SimulationReport report, TextWriter writer)
    {
        writer.WriteLine($"{report.Name.In("en")} ({report.Flow.Key}): {report.Days} days from {report.From:yyyy-MM-dd}{(report.CountedDays < report.Days ? $", the last {report.CountedDays} counted" : "")}, seed {report.Seed}");
        writer.WriteLine();
        Cases(report, writer);
        Section(writer, "Steps: queue before somebody begins, wait, and time from beginning to end", Steps(report));
        Section(writer, "Clocks", Clocks(report));
        Section(writer, "Teams", Teams(report));
        if (report.Busiest is { } busiest) writer.WriteLine($"  Busiest: {NameOf(busiest.Id)}, {Percent(busiest.Utilisation)} of its time.");
        Section(writer, "Residents, buttons, messages and activities", Replies(report));
        Section(writer, "Incidents", Faults(report.Incidents));
        Section(writer, "Refused by the flow", Faults(report.Refused));
        writer.WriteLine();
        writer.WriteLine("Assumed");
        foreach (var assumption in report.Assumptions) writer.WriteLine("  " + assumption);
    }

    private static void Cases(SimulationReport report, TextWriter writer)
    {
        var (cases, time) = (report.Cases, report.ToClose);
        writer.WriteLine("Cases");
        new TextTable("", "count", "a day")
            .Add("arrived", Whole(cases.Arrived), Decimal(cases.ArrivedPerDay))
            .Add("closed", Whole(cases.Closed), Decimal(cases.ClosedPerDay))
            .Add("still open", Whole(cases.Open), "")
            .Write(writer);
        if (time.Count > 0) writer.WriteLine($"  Time to close: mean {Time(time.Mean)}, half within {Time(time.P50)}, nine in ten within {Time(time.P90)}, longest {Time(time.Max)}.");
        foreach (var closure in report.Closures)
            writer.WriteLine($"  {(closure.Id.Length == 0 ? "(no closure type)" : closure.Id)}: {Whole(closure.Count)} ({Percent(closure.Count / (double)cases.Closed)})");
    }

    private static TextTable Steps(SimulationReport report)
    {
        var table = new TextTable("step", "team", "opened", "done", "queue mean", "max", "at end", "wait mean", "p90", "work mean", "p90");
        foreach (var step in report.Steps.Where(step => step.Entered > 0))
            table.Add(
                step.Id, NameOf(step.Team), Whole(step.Entered), Whole(step.Done), Decimal(step.QueueMean), Whole(step.QueueMax), Whole(step.QueueAtEnd),
                Time(step.Wait.Mean), Time(step.Wait.P90), Time(step.Work.Mean), Time(step.Work.P90));
        return table;
    }

    private static TextTable Clocks(SimulationReport report)
    {
        var table = new TextTable("clock", "started", "kept", "breached", "running", "breach rate");
        foreach (var clock in report.Clocks)
            table.Add(clock.Id, Whole(clock.Started), Whole(clock.Kept), Whole(clock.Breached), Whole(clock.Running), Percent(clock.BreachRate));
        return table;
    }

    private static TextTable Teams(SimulationReport report)
    {
        var table = new TextTable("team", "people", "tasks done", "hours worked", "busy", "waiting at end");
        foreach (var team in report.Teams)
            table.Add(NameOf(team.Id), Whole(team.People), Whole(team.Done), Decimal(team.WorkedHours), Percent(team.Utilisation), Whole(team.Waiting));
        return table;
    }

    private static TextTable Replies(SimulationReport report)
    {
        var table = new TextTable("element", "kind", "offered", "answered");
        foreach (var reply in report.Replies) table.Add(reply.Id, reply.Kind, Whole(reply.Offered), Whole(reply.Answered));
        return table;
    }

    private static TextTable Faults(IEnumerable<FaultReport> faults)
    {
        var table = new TextTable("element", "code", "count", "first");
        foreach (var fault in faults) table.Add(fault.ElementId, fault.Code, Whole(fault.Count), fault.Message ?? "");
        return table;
    }

    private static void Section(TextWriter writer, string title, TextTable table)
    {
        if (table.IsEmpty) return;
        writer.WriteLine();
        writer.WriteLine(title);
        table.Write(writer);
    }

    private static string NameOf(string team) => team.Length == 0 ? "(no team)" : team;

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Decimal(double number) => number.ToString("#,0.0", CultureInfo.InvariantCulture);

    private static string Percent(double? share) => share is { } given ? (given * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";

    private static string Time(double? seconds) => seconds is { } given ? DurationText.Of(given) : "–";
}
