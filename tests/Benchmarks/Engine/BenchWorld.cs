using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Benchmarks.Engine;

/// <summary>One flow, and an office in Shanghai that is open on Mondays from nine to five.</summary>
internal sealed class BenchWorld(FlowPackage package) : IWorld
{
    private readonly WorkingCalendar _calendar = new("office", new LocalText("office"), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Mondays());

    public FlowPackage Flow(FlowRef flow) => package;

    public WorkingCalendar Calendar(string? id) => _calendar;

    private static WeekHours Mondays()
    {
        OpeningInterval.TryParse("09:00-17:00", out var interval);
        DayHours.TryCreate([interval], out var hours);
        WeekHours.TryCreate(new Dictionary<DayOfWeek, DayHours> { [DayOfWeek.Monday] = hours! }, out var week);
        return week!;
    }
}
