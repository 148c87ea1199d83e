using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Simulation;

/// <summary>An office that is open day and night, so that queues are those of the textbook.</summary>
internal sealed class OpenWorld(FlowPackage package) : IWorld
{
    private readonly WorkingCalendar _always = WorkingCalendar.AroundTheClock(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public FlowPackage Flow(FlowRef flow) => package;

    public WorkingCalendar Calendar(string? id) => _always;
}
