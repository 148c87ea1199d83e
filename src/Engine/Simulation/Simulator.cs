using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Reports;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Simulation;

/// <summary>Runs a flow over arrivals on a virtual clock, with the interpreter that runs real cases.</summary>
public static class Simulator
{
    /// <summary>The same flow, scenario and seed give the same report.</summary>
    /// <param name="scenario">One that <see cref="ScenarioCheck"/> has nothing to say against.</param>
    public static SimulationReport Run(FlowPackage flow, IWorld world, Scenario scenario, long seed)
    {
        var model = new SimulationModel(flow, world, scenario);
        var run = new SimulationRun(model, seed);
        run.Run();
        return new ReportBuilder(model, run, seed).Build();
    }
}
