using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Statistics;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>Starts cases and carries commands to them, through the interpreter that runs real ones.</summary>
/// <param name="watch">Told of each command that was carried out; null: nobody watches.</param>
internal sealed class CaseDesk(SimulationModel model, EventReader events, RunTally tally, long seed, Action<Command, Advanced, DateTimeOffset>? watch)
{
    public const string Resident = "resident";

    private long _started;

    public long Started => _started;

    public void Start(FlowPackage package, StartInfo start, FeelContext given, long now)
    {
        var number = ++_started;
        var begun = new SimulatedCase(Draws.Of(seed, number), now);
        var variables = model.Step(start.ElementId).Form.Draw(ref begun.Draws, Local(now));
        foreach (var entry in given.Entries) variables = variables.With(entry.Key, entry.Value);
        var facts = new CaseFacts(number.ToString("D6", CultureInfo.InvariantCulture), "simulation", package.Catalogue?.Kind ?? "case", "web", Resident, Moment(now));
        var none = start is { Message: null, Signal: null, Timer: null };
        var command = new StartCase(Actor.Reporter(Resident), new Guid((int)number, 0, 0, new byte[8]), package.Ref, facts, WithUnit(variables), start.Process, none ? null : start.ElementId);
        Take(begun, start.ElementId, command, now);
    }

    /// <summary>False when the case refused it.</summary>
    public bool Run(SimulatedCase target, string elementId, Command command, long now) =>
        target.State is not null && Take(target, elementId, command, now);

    public DateTimeOffset Local(long now) => Clocks.ZoneTime.In(model.Zone, Moment(now));

    public static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>The office that takes a request in gives it a unit.</summary>
    private FeelContext WithUnit(FeelContext variables) =>
        variables.Find("unit") is null ? variables.With("unit", FeelValue.From(model.FirstUnit)) : variables;

    private bool Take(SimulatedCase target, string elementId, Command command, long now)
    {
        var result = Interpreter.Advance(model.World, target.State, command, Moment(now));
        if (result is not Advanced step)
        {
            if (result is Rejected rejected) tally.Refuse(elementId, rejected.Code, rejected.Message);
            return false;
        }

        tally.Steps++;
        watch?.Invoke(command, step, Moment(now));
        if (target.State is null) tally.Arrived++;
        target.State = step.State;
        events.Read(target, step, now);
        if (step.State.Status != CaseStatus.Active) target.State = null;
        return true;
    }
}
