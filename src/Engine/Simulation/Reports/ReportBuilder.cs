using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.Simulation.Statistics;

namespace CaseFlow.Engine.Simulation.Reports;

/// <summary>Makes a report of what was counted.</summary>
internal sealed class ReportBuilder(SimulationModel model, SimulationRun run, long seed)
{
    private readonly long _countedFrom = model.Begin + model.Scenario.WarmUpDays * TimeSpan.TicksPerDay;

    public SimulationReport Build()
    {
        var (scenario, tally) = (model.Scenario, run.Tally);
        var counted = scenario.Days - scenario.WarmUpDays;
        return new SimulationReport(
            model.Flow.Ref, model.Flow.Name, seed, scenario.From, scenario.Days, counted, tally.Steps,
            new CaseCounts(tally.Arrived, tally.Closed, tally.Open, tally.Arrived / (double)counted, tally.Closed / (double)counted),
            [.. tally.Closures.Select(entry => new CountOf(entry.Key, ClosureName(entry.Key), entry.Value))],
            Spread(tally.ToClose), Steps(), Replies(), Clocks(), Teams(),
            [.. tally.Incidents.Select(entry => new FaultReport(entry.Key.Element, entry.Key.Code, entry.Value))],
            [.. tally.Refused.Select(entry => new FaultReport(entry.Key.Element, entry.Key.Code, entry.Value.Count, entry.Value.Message))],
            AssumptionList.Of(model));
    }

    public static Spread Spread(Summary summary) => new(summary.Count, summary.Mean, summary.Quantile(0.5), summary.Quantile(0.9), summary.Count == 0 ? null : summary.Max);

    private ImmutableArray<StepReport> Steps() =>
    [
        .. from step in model.Steps
           where StepKinds.IsStaffTask(step.Element)
           let queue = step.Tally.Queue
           select new StepReport(
               step.Element.Id, step.Element.Name, step.Element.UserTask?.Team ?? "", step.Tally.Entered, step.Tally.Ended,
               queue.Mean(model.End), queue.Max, queue.Now, Spread(step.Tally.Waits), Spread(step.Tally.Work)),
    ];

    private ImmutableArray<ReplyReport> Replies() =>
    [
        .. from step in model.Steps
           where step.Tally.Entered > 0 && !StepKinds.IsStaffTask(step.Element)
           select new ReplyReport(StepKinds.ReplyKind(step.Element), step.Element.Id, step.Element.Name, step.Tally.Entered, step.Tally.Ended),
    ];

    private ImmutableArray<ClockReport> Clocks() =>
    [
        .. from definition in model.Packages.SelectMany(package => package.Processes.Values).SelectMany(process => process.Clocks)
           let clock = run.Tally.Clocks.GetValueOrDefault(definition.Id) ?? new ClockTally()
           let decided = clock.Kept + clock.Breached
           select new ClockReport(
               definition.Id, definition.Name, clock.Started, clock.Kept, clock.Breached, Math.Max(0, clock.Started - decided),
               decided == 0 ? null : clock.Breached / (double)decided),
    ];

    private ImmutableArray<TeamReport> Teams() =>
    [
        .. from team in run.Teams.Teams
           let worked = team.People.Sum(person => person.Worked + UnderWay(person))
           let there = team.People.Sum(person => person.Shifts.Between(_countedFrom, model.End))
           select new TeamReport(team.Name, team.People.Count, team.Done, there == 0 ? null : worked / (double)there, worked / (double)TimeSpan.TicksPerHour, team.Queue.Count),
    ];

    private long UnderWay(Person person) =>
        person.Current is { } item ? person.Shifts.Between(Math.Max(item.Begun, _countedFrom), model.End) : 0;

    private LocalText? ClosureName(string id) =>
        model.Packages.SelectMany(package => package.Closures).FirstOrDefault(closure => closure.Id == id)?.Name;
}
