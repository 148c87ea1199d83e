using System.Globalization;
using CaseFlow.Engine.Clocks;
using CaseFlow.TestSupport;
using static CaseFlow.Engine.Tests.Clocks.Calendars;

namespace CaseFlow.Engine.Tests.Clocks;

public sealed class ShippedCalendarTests
{
    [Theory]
    [InlineData("2026-02-13 16:00", "working-hours", 2, "2026-02-14 10:00")] // make-up Saturday before the Spring Festival
    [InlineData("2026-02-14 10:00", "working-days-end-of-nth-day-after", 1, "2026-02-24 17:00")]
    [InlineData("2026-09-30 10:00", "working-days-same-time", 3, "2026-10-10 10:00")] // a Saturday
    [InlineData("2025-12-31 17:30", "working-days-end-of-nth-day-after", 1, "2026-01-04 17:00")] // a Sunday
    [InlineData("2024-10-12 09:00", "working-hours", 8, "2024-10-12 17:00")]
    [InlineData("2026-12-31 10:00", "working-days-same-time", 1, "2027-01-01 10:00 missing 2027")]
    public void The_chinese_office_knows_holidays_and_make_up_days(string start, string rule, decimal amount, string due) =>
        Assert.Equal(due, OfficeCn().Due(start, rule, amount));

    [SkippableFact]
    public void The_shipped_lists_say_the_same_as_the_holiday_cn_project()
    {
        var shared = Repository.Shared("data/holiday-cn");
        Skip.If(shared is null, Repository.NoShared);
        var shipped = OfficeCn();
        foreach (var year in new[] { 2024, 2025, 2026 })
        {
            var file = Path.Combine(shared, year.ToString(CultureInfo.InvariantCulture) + ".json");
            var list = Assert.IsType<HolidayListFile>(CalendarReader.Read(File.ReadAllText(file), file)).List;
            Assert.Equal(
                list.Days.Select(day => (day.Date, day.IsWorkingDay, day.Name.Text)),
                shipped.SpecialDays.Where(day => day.Date.Year == year).Select(day => (day.Date, day.IsWorkingDay, day.Name.Text)));
        }
    }

    [SkippableFact]
    public void Every_holiday_cn_year_merges_into_one_calendar()
    {
        var shared = Repository.Shared("data/holiday-cn");
        Skip.If(shared is null, Repository.NoShared);
        var files = Directory.GetFiles(shared, "20*.json").Order();
        var calendar = files.Aggregate(Office(), (merged, file) => merged.With(((HolidayListFile)CalendarReader.Read(File.ReadAllText(file), file)).List));

        Assert.Equal(Enumerable.Range(2019, 8), calendar.Years!.Order());
        Assert.Equal("2018-12-29 17:00 missing 2018", calendar.Due("2018-12-28 18:00", "working-hours", 8));
        Assert.Equal("2020-02-04 17:00", calendar.Due("2020-01-23 10:00", "working-days-end-of-nth-day-after", 2));
        Assert.Equal("2020-05-09 17:00", calendar.Due("2020-04-30 10:00", "working-days-end-of-nth-day-after", 4));
        Assert.Equal("2026-10-10 10:00", calendar.Due("2026-09-30 10:00", "working-days-same-time", 3));
    }

    private static WorkingCalendar OfficeCn()
    {
        var folder = Repository.Path("workflows/calendars");
        var read = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (file, content: CalendarReader.Read(File.ReadAllText(file), file))).ToList();
        var office = read.Single(entry => entry.content is OfficeCalendarFile { Calendar.Id: "office-cn" });
        return CalendarReader.Join((OfficeCalendarFile)office.content, office.file, read.Select(entry => entry.content).OfType<HolidayListFile>().Select(file => file.List));
    }
}
