using System.Collections.Immutable;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>How cases come to be: they arrive, a timer starts them, or a message or a signal does.</summary>
internal sealed class Intake
{
    private readonly SimulationModel _model;
    private readonly Agenda _agenda;
    private readonly CaseDesk _cases;
    private readonly ImmutableArray<StartInfo> _starts;
    private readonly ImmutableArray<Arrivals> _arrivals;

    public Intake(SimulationModel model, Agenda agenda, CaseDesk cases, long seed)
    {
        (_model, _agenda, _cases, _starts) = (model, agenda, cases, model.Flow.Starts);
        var plans = model.Scenario.Arrivals.IsEmpty ? [ArrivalPlan.Daily(model.Scenario.Defaults.PerDay)] : model.Scenario.Arrivals;
        _arrivals = [.. plans.Select((plan, index) => new Arrivals(plan, model, Draws.Of(seed, -1 - index)))];
    }

    public void Begin()
    {
        for (var i = 0; i < _arrivals.Length; i++) PlanArrival(i);
        for (var i = 0; i < _starts.Length; i++)
            if (_starts[i].Timer is not null)
                PlanTimer(i, 1);
    }

    public void Arrive(int index, long now)
    {
        if (_cases.Started >= _model.Scenario.Cases) return;
        _cases.Start(_model.Flow, StartOf(_arrivals[index].Plan), FeelContext.Empty, now);
        PlanArrival(index);
    }

    public void Start(int index, int firing, long now)
    {
        _cases.Start(_model.Flow, _starts[index], FeelContext.Empty, now);
        PlanTimer(index, firing + 1);
    }

    public void Start(Func<StartInfo, bool> wanted, FeelContext variables, long now)
    {
        foreach (var start in _starts.Where(wanted)) _cases.Start(_model.Flow, start, variables, now);
    }

    private StartInfo StartOf(ArrivalPlan plan) => plan.Start is { } id
        ? _starts.First(start => start.ElementId == id)
        : MainStart.Of(_model.Flow) ?? throw new InvalidOperationException("Expected a start event that cases can arrive by; ScenarioCheck asks for it.");

    private void PlanArrival(int index)
    {
        if (_arrivals[index].Next() is { } at) _agenda.Add(new Due(at, DueWhat.Arrival, null, index));
    }

    private void PlanTimer(int index, int firing)
    {
        if (StartTimers.Firing(_starts[index].Timer!, _model.World, CaseDesk.Moment(_model.Begin), firing) is { } at)
            _agenda.Add(new Due(at.UtcTicks, DueWhat.TimerStart, null, index, firing));
    }
}
