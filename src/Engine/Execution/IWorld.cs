using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>What a step may look up: published flows and calendars. Immutable; a lookup has no effect.</summary>
public interface IWorld
{
    /// <exception cref="KeyNotFoundException">No such published version.</exception>
    FlowPackage Flow(FlowRef flow);

    /// <summary>The newest published flow version whose main process has that id; null: none. The same world always gives the same answer.</summary>
    FlowRef? Newest(string process) => null;

    /// <summary>A working calendar by id; null: the tenant's default.</summary>
    WorkingCalendar Calendar(string? id);
}
