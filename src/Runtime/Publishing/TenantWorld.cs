using System.Collections.Concurrent;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Publishing;

/// <summary>What the steps of one tenant's cases may look up.</summary>
public sealed class TenantWorld(string tenant, FlowLibrary flows, CalendarSet calendars) : IWorld
{
    private readonly ConcurrentDictionary<string, FlowRef?> _newest = new(StringComparer.Ordinal);

    public FlowPackage Flow(FlowRef flow) => flows.Package(tenant, flow);

    public FlowRef? Newest(string process) => _newest.GetOrAdd(process, id => flows.NewestWith(tenant, id));

    public WorkingCalendar Calendar(string? id) => calendars[id];
}
