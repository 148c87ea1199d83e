using CaseFlow.Engine.Execution;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Hands each step the world of its tenant.</summary>
public sealed class Worlds(FlowLibrary flows, CalendarLibrary calendars)
{
    public async ValueTask<IWorld> OfAsync(string tenant, CancellationToken cancel = default) =>
        new TenantWorld(tenant, flows, await calendars.OfAsync(tenant, cancel));
}
