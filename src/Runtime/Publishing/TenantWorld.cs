using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Publishing;

/// <summary>What the steps of one tenant's cases may look up.</summary>
public sealed class TenantWorld(string tenant, FlowLibrary flows, CalendarSet calendars) : IWorld
{
    public FlowPackage Flow(FlowRef flow) => flows.Package(tenant, flow);

    public WorkingCalendar Calendar(string? id) => calendars[id];
}
