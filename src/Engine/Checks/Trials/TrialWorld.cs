using System.Collections.Immutable;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>The world of a trial: one process, an office that never closes, and a moment at which all begins.</summary>
internal sealed class TrialWorld(Process process) : IWorld
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private readonly WorkingCalendar _calendar = WorkingCalendar.AroundTheClock(TimeZoneInfo.Utc);

    private readonly FlowPackage _package = new()
    {
        Ref = process.Flow,
        Processes = ImmutableDictionary<string, Process>.Empty.Add(process.Id, process),
        Decisions = [],
        Starts = [],
        MainProcess = process.Id,
        Name = new LocalText(process.Id),
        Catalogue = null,
        Stages = [],
        Clocks = [],
        Closures = [],
        Forms = ImmutableDictionary<string, Forms.FormDefinition>.Empty,
        ElementNames = ImmutableDictionary<string, LocalText>.Empty,
        Actions = ImmutableDictionary<string, ActionInfo>.Empty,
        StartForm = null,
    };

    public Process Process => process;

    public FlowPackage Flow(FlowRef flow) => _package;

    public WorkingCalendar Calendar(string? id) => _calendar;

    /// <summary>A case that begins at a start event; null: with what runs by itself.</summary>
    public StartCase Start(string? element) => new(
        Actor.System, Guid.Empty, process.Flow, new CaseFacts("trial", "trial", "trial", "web", null, Begin), Feel.FeelContext.Empty, process.Id, element);

    /// <summary>Where a trial may begin: at each start event, or where there is none with what runs by itself.</summary>
    public IEnumerable<Element?> Starts()
    {
        var starts = process.Root.Children.Select(child => process.Elements[child]).Where(child => child.Kind.IsStartEvent()).ToList();
        return starts.Count == 0 ? new Element?[] { null } : starts;
    }
}
