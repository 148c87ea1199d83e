using CaseFlow.Cli.Calendars;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Checking;

/// <summary>Flows as they lie on disk, and the calendars beside them. The office's calendar is the first by its id; without one, plain office hours.</summary>
internal sealed class DraftWorld : IWorld
{
    private readonly Dictionary<FlowRef, FlowPackage> _packages;
    private readonly SortedDictionary<string, WorkingCalendar> _calendars = new(StringComparer.Ordinal);
    private readonly WorkingCalendar _office;

    public DraftWorld(IEnumerable<FlowPackage> packages, IEnumerable<(string Id, WorkingCalendar Calendar)> calendars)
    {
        _packages = packages.ToDictionary(package => package.Ref);
        foreach (var (id, calendar) in calendars) _calendars[id] = calendar;
        _office = _calendars.Values.FirstOrDefault() ?? PlainOffice.Create();
    }

    public IReadOnlyCollection<string> Calendars => _calendars.Keys;

    public FlowPackage Flow(FlowRef flow) => _packages[flow];

    public WorkingCalendar Calendar(string? id) => id is not null && _calendars.TryGetValue(id, out var calendar) ? calendar : _office;
}
