using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests;

/// <summary>Flows under test, and an office in Shanghai that is open on weekdays from nine to five.</summary>
internal sealed class TestWorld(params FlowPackage[] packages) : IWorld
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private WorkingCalendar _calendar = new("office", new LocalText("office"), Shanghai, Weekdays());

    public FlowPackage Flow(FlowRef flow) => packages.FirstOrDefault(package => package.Ref == flow) ?? throw new KeyNotFoundException(flow.ToString());

    public FlowRef? Newest(string process) => packages.Where(package => package.MainProcess == process).MaxBy(package => package.Ref.Version)?.Ref;

    public WorkingCalendar Calendar(string? id) => _calendar;

    /// <summary>The office is closed on that day, as from now on.</summary>
    public void Close(DateOnly date) => _calendar = _calendar.With([new SpecialDay(date, false, new LocalText("holiday"))]);

    private static WeekHours Weekdays()
    {
        OpeningInterval.TryParse("09:00-17:00", out var interval);
        DayHours.TryCreate([interval], out var hours);
        DayOfWeek[] open = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        WeekHours.TryCreate(open.ToDictionary(day => day, _ => hours), out var week);
        return week!;
    }
}
