using System.Globalization;
using CaseFlow.Engine.Clocks;
using static CaseFlow.Engine.Tests.Clocks.Calendars;

namespace CaseFlow.Engine.Tests.Clocks;

public sealed class DueTimeAgainstOracleTests
{
    private const int CasesPerCalendar = 2000;

    /// <summary>Ordinary offices, lunch breaks, nights across clock changes, weekends, and days that differ.</summary>
    [Theory]
    [InlineData("Asia/Shanghai", "09:00-17:00", "Mon,Tue,Wed,Thu,Fri", true)]
    [InlineData("Asia/Shanghai", "08:30-12:00,13:30-17:30", "Mon,Tue,Wed,Thu,Fri", true)]
    [InlineData("Asia/Shanghai", "00:00-24:00", "Mon,Tue,Wed,Thu,Fri,Sat,Sun", false)]
    [InlineData("America/New_York", "09:00-17:00", "Mon,Tue,Wed,Thu,Fri", true)]
    [InlineData("America/New_York", "00:00-05:30,20:00-24:00", "Sat,Sun,Mon", false)]
    [InlineData("America/New_York", "01:15-01:45,02:10-02:50", "Sun,Wed", false)]
    [InlineData("Australia/Lord_Howe", "00:30-03:00,22:00-24:00", "Sat,Sun", true)]
    [InlineData("America/Havana", "00:00-24:00", "Sat,Sun", true)] // the clocks change at midnight
    public void Every_rule_agrees_with_a_walk_over_five_minute_slots(string zoneId, string hours, string days, bool special)
    {
        var calendar = CalendarOf(zoneId, hours, days, special);
        var oracle = new SlotOracle(calendar.Zone, date => calendar.HoursOn(date).Intervals.Select(interval => (interval.From, interval.To)));
        var random = new Random(20260322);
        for (var i = 0; i < CasesPerCalendar; i++)
        {
            var (start, rule, amount) = Case(random, calendar);
            var expected = Text(calendar, SlotOracle.Instant(oracle.Due(start, rule, amount)));
            var due = DueTime.After(calendar, SlotOracle.Instant(start), rule, amount);
            Assert.Equal((i, Text(calendar, SlotOracle.Instant(start)), rule, amount, expected), (i, Text(calendar, SlotOracle.Instant(start)), rule, amount, Text(calendar, Assert.IsType<DueAt>(due).At)));
        }
    }

    [Fact]
    public void Working_time_between_two_instants_is_the_number_of_open_slots()
    {
        var calendar = CalendarOf("America/New_York", "00:00-05:30,20:00-24:00", "Sat,Sun,Mon", true);
        var oracle = new SlotOracle(calendar.Zone, date => calendar.HoursOn(date).Intervals.Select(interval => (interval.From, interval.To)));
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var from = random.Next(2000, 150_000);
            var to = from + random.Next(-100, 30_000);
            Assert.Equal(oracle.OpenSlots(from, to) * SlotOracle.Slot, WorkingTime.Between(calendar, SlotOracle.Instant(from), SlotOracle.Instant(to)));
        }
    }

    private static WorkingCalendar CalendarOf(string zoneId, string hours, string days, bool special)
    {
        var open = days.Split(',').Select(day => Enum.GetValues<DayOfWeek>().Single(value => value.ToString().StartsWith(day, StringComparison.Ordinal))).ToArray();
        var calendar = Office(TimeZoneInfo.FindSystemTimeZoneById(zoneId), hours, open);
        if (!special) return calendar;
        var random = new Random(hours.Length);
        return calendar.With(Enumerable.Range(0, 1100).Where(_ => random.Next(12) == 0).Select(day =>
        {
            var date = new DateOnly(2025, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return random.Next(3) switch { 0 => Working(date), 1 => Working(date, "10:00-11:30,14:00-15:30"), _ => Off(date) };
        }));
    }

    /// <summary>Half of the starts lie near a clock change, so that the rare cases aren't rare here.</summary>
    private static (int Start, DueRule Rule, decimal Amount) Case(Random random, WorkingCalendar calendar)
    {
        var rule = Enum.GetValues<DueRule>()[random.Next(5)];
        var start = random.Next(2) == 0 ? random.Next(2000, 200_000) : NearChange(random, calendar.Zone);
        var amount = rule.CountsDays() ? random.Next(0, 15) : random.Next(0, 60 * 12) / 12m;
        return (start, rule, amount);
    }

    private static int NearChange(Random random, TimeZoneInfo zone)
    {
        for (var tries = 0; tries < 5000; tries++)
        {
            var slot = random.Next(2000, 200_000);
            if (zone.GetUtcOffset(SlotOracle.Instant(slot)) != zone.GetUtcOffset(SlotOracle.Instant(slot + 288))) return slot;
        }

        return random.Next(2000, 200_000);
    }

    private static string Text(WorkingCalendar calendar, DateTimeOffset at) =>
        ZoneTime.In(calendar.Zone, at).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
