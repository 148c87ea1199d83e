using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Calendars;

/// <summary>The office that stands in where nobody names one: Monday to Friday, 09:00 to 17:00, Chinese time, no holidays.</summary>
internal static class PlainOffice
{
    public static WorkingCalendar Create()
    {
        var problem = WeekText.TryParse("Mon-Fri", ["09:00-17:00"], out var week);
        return problem is null
            ? new WorkingCalendar("plain-office", new LocalText("普通办公时间", "Plain office hours"), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), week!)
            : throw new InvalidOperationException(problem);
    }
}
