using System.CommandLine;
using CaseFlow.Cli.Checking;
using CaseFlow.Cli.Export;
using CaseFlow.Cli.Simulation;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Learning;
using CaseFlow.Engine.Simulation.Reports;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow simulate</c>: a draft flow under arrivals and staff, on a virtual clock.</summary>
internal static class SimulateVerb
{
    private static readonly Argument<string> Flow = new("FLOW") { Description = "The flow's folder." };

    private static readonly Option<string?> ScenarioFile = new("--scenario") { Description = "Arrivals, staff, durations and probabilities (JSON); docs/simulation.md describes it. The other options have their way over it.", HelpName = "FILE" };

    private static readonly Option<string?> Arrivals = new("--arrivals") { Description = "Such as 20/day, 8/workday or 2/hour.", HelpName = "RATE" };

    private static readonly Option<string?> Staff = new("--staff") { Description = "People by team, such as dispatch=2,handler=6.", HelpName = "TEAM=N,…" };

    private static readonly Option<int?> Days = new("--days") { Description = "How many days; 90 when left out.", HelpName = "N" };

    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same answer; 1 when left out.", HelpName = "N", DefaultValueFactory = _ => 1 };

    private static readonly Option<string?> Learn = new("--learn") { Description = "Recorded cases, as export writes them: durations, probabilities and arrivals that the scenario doesn't give are learnt from them.", HelpName = "FILE" };

    private static readonly Option<string?> Save = new("--save-scenario") { Description = "Writes the scenario with what was learnt, to look at and change.", HelpName = "FILE" };

    private static readonly Option<bool> Json = new("--json") { Description = "Prints JSON in place of tables." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("simulate", "Runs a draft flow with the real engine on a virtual clock, and prints throughput, queues, breached clocks, how busy the teams are, and what it assumed. Checks the flow first, as publication does.")
        {
            Flow, ScenarioFile, Arrivals, Staff, Days, Seed, Learn, Save, Json,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var (flow, file) = (parsed.GetValue(Flow)!, parsed.GetValue(ScenarioFile));
        if (!Directory.Exists(flow)) return Told(terminal, $"Expected a folder, but there is no {flow}.", ExitCode.Usage);
        if (new[] { file, parsed.GetValue(Learn) }.FirstOrDefault(given => given is not null && !File.Exists(given)) is { } missing) return Told(terminal, $"Expected a file, but there is no {missing}.", ExitCode.Usage);
        try
        {
            var scenario = file is null ? Scenario.Empty : ScenarioReader.Read(File.ReadAllText(file), file);
            if (Override(parsed, ref scenario) is { } wrong) return Told(terminal, wrong, ExitCode.Usage);
            if (Draft.Read(flow, terminal) is not { } draft) return ExitCode.Refused;
            var problems = ScenarioCheck.Run(draft.Package, draft.World, scenario, draft.World.Calendars);
            foreach (var problem in problems) terminal.Error.WriteLine($"{file ?? "scenario"}: {problem}");
            if (!problems.IsEmpty) return ExitCode.Refused;
            scenario = Taught(scenario, draft, parsed);
            Print(Simulator.Run(draft.Package, draft.World, scenario, parsed.GetValue(Seed)), parsed.GetValue(Json), terminal);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is CalendarFormatException or FormatException)
        {
            return Told(terminal, e.Message, ExitCode.Refused);
        }
    }

    private static Scenario Taught(Scenario scenario, Draft draft, ParseResult parsed)
    {
        if (parsed.GetValue(Learn) is { } cases)
        {
            var learner = new Learner(draft.Package, draft.World);
            foreach (var recorded in ExportFile.Recorded(cases)) learner.Add(recorded);
            scenario = learner.Teach(scenario);
        }

        if (parsed.GetValue(Save) is { } file) File.WriteAllText(file, ScenarioWriter.Write(scenario));
        return scenario;
    }

    private static void Print(SimulationReport report, bool json, Terminal terminal)
    {
        if (json) terminal.Out.WriteLine(ReportText.Json(report));
        else SimulationText.Write(report, terminal.Out);
    }

    /// <summary>What the command line says in place of the file. Returns the problem, or null.</summary>
    private static string? Override(ParseResult parsed, ref Scenario scenario)
    {
        if (parsed.GetValue(Arrivals) is { } rate)
        {
            if (ArrivalReader.TryParse(rate, out var plan) is { } problem) return $"--arrivals: {problem}";
            scenario = scenario with { Arrivals = [plan] };
        }

        if (parsed.GetValue(Staff) is { } people)
        {
            if (StaffReader.TryParse(people, out var staff) is { } problem) return $"--staff: {problem}";
            scenario = scenario with { Staff = scenario.Staff.SetItems(staff) };
        }

        if (parsed.GetValue(Days) is not { } days) return null;
        if (days is < 1 or > 3_660) return $"--days: Expected a number from 1 to 3660, but found {days}.";
        scenario = scenario with { Days = days };
        return null;
    }

    private static int Told(Terminal terminal, string problem, int code)
    {
        terminal.Error.WriteLine(problem);
        return code;
    }
}
