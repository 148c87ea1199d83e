using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>A world with the scenario's calendars beside its own.</summary>
internal sealed class ScenarioWorld(IWorld world, Scenario scenario) : IWorld
{
    public FlowPackage Flow(FlowRef flow) => world.Flow(flow);

    public WorkingCalendar Calendar(string? id)
    {
        foreach (var calendar in scenario.Calendars)
            if (calendar.Id == id)
                return calendar;
        return world.Calendar(id);
    }
}
