using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Reports;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Tests.Simulation;

/// <summary>Flows and scenarios of simulation tests.</summary>
internal static class Trials
{
    public const double Hour = 3600;

    /// <summary>One task for team "t", with the extensions given.</summary>
    public static FlowPackage OneTask(string clocks = "", string boundary = "") => Given.Package(Given.Files($"""
        <extensionElements>{clocks}</extensionElements>
        <startEvent id="start"/>
        <userTask id="work" name="Work"><extensionElements><caseflow:assignment team="t"/></extensionElements></userTask>
        <endEvent id="end"/>
        {boundary}
        <sequenceFlow sourceRef="start" targetRef="work"/>
        <sequenceFlow sourceRef="work" targetRef="end"/>
        """));

    public static Scenario Of(int days, ArrivalPlan arrivals, int people, Distribution work) => new()
    {
        From = new DateOnly(2026, 1, 5),
        Days = days,
        Arrivals = [arrivals],
        Staff = ImmutableSortedDictionary<string, ImmutableArray<StaffGroup>>.Empty.Add("t", [new StaffGroup(people, null)]),
        Steps = ImmutableSortedDictionary<string, StepPlan>.Empty.Add("work", new StepPlan { Duration = work }),
    };

    public static ArrivalPlan Every(double seconds) => new(null, 0, false, [], [], new FixedValue(seconds));

    /// <summary>In the test world's office: Monday to Friday from nine to five.</summary>
    public static SimulationReport Run(this FlowPackage flow, Scenario scenario, long seed = 1) => Simulator.Run(flow, new TestWorld(flow), scenario, seed);

    /// <summary>In an office that never closes.</summary>
    public static SimulationReport RunAlwaysOpen(this FlowPackage flow, Scenario scenario, long seed = 1) => Simulator.Run(flow, new OpenWorld(flow), scenario, seed);
}
