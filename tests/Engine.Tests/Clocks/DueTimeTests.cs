using CaseFlow.Engine.Clocks;
using static CaseFlow.Engine.Tests.Clocks.Calendars;

namespace CaseFlow.Engine.Tests.Clocks;

/// <summary>2026-03-02 is a Monday.</summary>
public sealed class DueTimeTests
{
    [Theory]
    [InlineData("2026-03-02 10:00", 0, "2026-03-02 10:00")]
    [InlineData("2026-03-02 10:00", 1.5, "2026-03-02 11:30")]
    [InlineData("2026-03-06 23:00", 24, "2026-03-07 23:00")]
    [InlineData("2026-03-02 10:00", 87600, "2036-02-28 10:00")]
    public void Elapsed_hours_run_day_and_night(string start, decimal hours, string due) =>
        Assert.Equal(due, Office().Due(start, "elapsed-hours", hours));

    [Theory]
    [InlineData("2026-03-02 10:00", 2, "2026-03-02 12:00")]
    [InlineData("2026-03-02 09:00", 8, "2026-03-02 17:00")] // falls on closing: that closing
    [InlineData("2026-03-02 09:00", 8.25, "2026-03-03 09:15")]
    [InlineData("2026-03-02 16:30", 1, "2026-03-03 09:30")]
    [InlineData("2026-03-06 16:00", 2, "2026-03-09 10:00")] // over a weekend
    [InlineData("2026-03-02 07:00", 1, "2026-03-02 10:00")] // before opening
    [InlineData("2026-03-02 17:00", 1, "2026-03-03 10:00")] // exactly at closing
    [InlineData("2026-03-02 20:00", 8, "2026-03-03 17:00")]
    [InlineData("2026-03-07 12:00", 1, "2026-03-09 10:00")] // on a Saturday
    [InlineData("2026-03-02 10:00", 0, "2026-03-02 10:00")]
    [InlineData("2026-03-02 17:00", 0, "2026-03-03 09:00")]
    [InlineData("2026-03-07 12:00", 0, "2026-03-09 09:00")]
    [InlineData("2026-03-02 09:00", 40, "2026-03-06 17:00")]
    [InlineData("2026-03-02 09:00", 40.5, "2026-03-09 09:30")]
    [InlineData("2026-03-02 09:00", 20800, "2036-02-15 17:00")] // 520 weeks
    public void Working_hours_run_while_the_office_is_open(string start, decimal hours, string due) =>
        Assert.Equal(due, Office().Due(start, "working-hours", hours));

    [Theory]
    [InlineData("2026-03-02 11:00", 2, "2026-03-02 14:00")]
    [InlineData("2026-03-02 11:00", 1, "2026-03-02 12:00")]
    [InlineData("2026-03-02 12:30", 0, "2026-03-02 13:00")]
    [InlineData("2026-03-02 12:30", 1, "2026-03-02 14:00")]
    [InlineData("2026-03-02 12:00", 4, "2026-03-02 17:00")]
    [InlineData("2026-03-02 09:00", 7, "2026-03-02 17:00")]
    public void The_lunch_break_is_no_working_time(string start, decimal hours, string due) =>
        Assert.Equal(due, Office(hours: "13:00-17:00,09:00-12:00").Due(start, "working-hours", hours));

    [Theory]
    [InlineData("2026-03-02 10:15", 1, "2026-03-03 10:15")]
    [InlineData("2026-03-06 10:15", 1, "2026-03-09 10:15")]
    [InlineData("2026-03-02 10:15", 5, "2026-03-09 10:15")]
    [InlineData("2026-03-02 10:15", 0, "2026-03-02 10:15")]
    [InlineData("2026-03-02 09:00", 1, "2026-03-03 09:00")]
    [InlineData("2026-03-02 08:00", 1, "2026-03-03 09:00")]
    [InlineData("2026-03-02 17:00", 1, "2026-03-04 09:00")]
    [InlineData("2026-03-02 18:00", 1, "2026-03-04 09:00")]
    [InlineData("2026-03-07 11:00", 1, "2026-03-10 09:00")]
    [InlineData("2026-03-07 11:00", 0, "2026-03-09 09:00")]
    [InlineData("2026-03-02 10:15", 2600, "2036-02-18 10:15")]
    public void Working_days_keep_the_time_of_day(string start, decimal days, string due) =>
        Assert.Equal(due, Office().Due(start, "working-days-same-time", days));

    [Theory]
    [InlineData("2026-03-02 10:15", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-02 06:00", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-02 23:00", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-06 23:00", 1, "2026-03-09 17:00")]
    [InlineData("2026-03-07 11:00", 1, "2026-03-09 17:00")] // received on a Saturday: Monday counts as the first
    [InlineData("2026-03-08 23:59", 1, "2026-03-09 17:00")]
    [InlineData("2026-03-02 10:15", 13, "2026-03-19 17:00")]
    [InlineData("2026-03-02 10:15", 0, "2026-03-02 17:00")]
    [InlineData("2026-03-02 18:15", 0, "2026-03-03 17:00")]
    public void The_days_after_receipt_end_at_closing(string start, decimal days, string due) =>
        Assert.Equal(due, Office().Due(start, "working-days-end-of-nth-day-after", days));

    [Theory]
    [InlineData("2026-03-02 22:00", 7, "2026-03-09 22:00")]
    [InlineData("2026-03-02 22:00", 0, "2026-03-02 22:00")]
    [InlineData("2024-02-28 22:00", 2, "2024-03-01 22:00")]
    public void Calendar_days_count_every_day(string start, decimal days, string due) =>
        Assert.Equal(due, Office().Due(start, "calendar-days", days));

    [Fact]
    public void A_make_up_saturday_has_the_usual_hours_and_a_holiday_none()
    {
        var calendar = Office().With([Off("2026-03-04"), Working("2026-03-07")]);

        Assert.Equal("2026-03-05 10:00", calendar.Due("2026-03-03 10:00", "working-days-same-time", 1));
        Assert.Equal("2026-03-07 10:00", calendar.Due("2026-03-06 10:00", "working-days-same-time", 1));
        Assert.Equal("2026-03-07 17:00", calendar.Due("2026-03-06 17:00", "working-hours", 8));
        Assert.Equal("2026-03-05 17:00", calendar.Due("2026-03-04 10:00", "working-days-end-of-nth-day-after", 1));
        Assert.Equal("2026-03-05 10:00", calendar.Due("2026-03-04 10:00", "working-hours", 1));
    }

    [Fact]
    public void A_short_day_ends_what_would_be_due_after_its_closing()
    {
        var calendar = Office(hours: "09:00-12:00,13:00-17:00").With([Working("2026-03-03", "10:00-12:00"), Working("2026-03-04", "09:00-10:00,14:00-15:00")]);

        Assert.Equal("2026-03-03 12:00", calendar.Due("2026-03-02 15:00", "working-days-same-time", 1));
        Assert.Equal("2026-03-03 10:00", calendar.Due("2026-03-02 09:00", "working-days-same-time", 1));
        Assert.Equal("2026-03-04 10:00", calendar.Due("2026-03-02 13:30", "working-days-same-time", 2));
        Assert.Equal("2026-03-03 12:00", calendar.Due("2026-03-02 15:00", "working-days-end-of-nth-day-after", 1));
    }

    [Fact]
    public void Elapsed_hours_are_real_hours_and_calendar_days_keep_the_wall_clock_when_the_clocks_change()
    {
        var calendar = Office(NewYork); // forward on 2026-03-08, back on 2026-11-01

        Assert.Equal("2026-03-08 11:00", calendar.Due("2026-03-07 10:00", "elapsed-hours", 24));
        Assert.Equal("2026-03-08 10:00", calendar.Due("2026-03-07 10:00", "calendar-days", 1));
        Assert.Equal("2026-03-08 03:30", calendar.Due("2026-03-07 02:30", "calendar-days", 1));
        Assert.Equal("2026-11-01 09:00", calendar.Due("2026-10-31 10:00", "elapsed-hours", 24));
        Assert.Equal("2026-11-01 01:30", calendar.Due("2026-10-31 01:30", "calendar-days", 1));
        Assert.Equal("2026-03-09 11:00", calendar.Due("2026-03-06 16:00", "working-hours", 3));
    }

    [Fact]
    public void A_skipped_hour_is_no_working_time_and_a_repeated_one_is_two()
    {
        var nights = Office(NewYork, "00:00-04:00", DayOfWeek.Sunday);

        Assert.Equal("2026-03-08 04:00", nights.Due("2026-03-08 00:00", "working-hours", 3));
        Assert.Equal("2026-11-01 04:00", nights.Due("2026-11-01 00:00", "working-hours", 5));
    }

    [Fact]
    public void A_year_without_known_holidays_is_named_and_the_week_holds()
    {
        var calendar = Office().With(new HolidayList("cn", new HashSet<int> { 2026 }, [Off("2026-12-31")]));

        Assert.Equal("2026-12-30 10:00", calendar.Due("2026-12-29 10:00", "working-days-same-time", 1));
        Assert.Equal("2027-01-01 10:00 missing 2027", calendar.Due("2026-12-30 10:00", "working-days-same-time", 1));
        Assert.Equal("2026-01-01 17:00 missing 2025", calendar.Due("2025-12-31 10:00", "working-days-end-of-nth-day-after", 1));
        Assert.Equal("2027-02-01 10:00", calendar.Due("2026-12-30 10:00", "calendar-days", 33));
    }

    [Theory]
    [InlineData("working-hours", -1, "Expected an amount of zero or more, but found -1.")]
    [InlineData("calendar-days", 1.5, "Expected a whole number of days for calendar-days, but found 1.5.")]
    [InlineData("working-days-same-time", 9000000, "Expected a due time before the year 9991, but the amount leads beyond it.")]
    [InlineData("working-hours", 79999999, "Expected a due time before the year 9991, but the amount leads beyond it.")]
    [InlineData("elapsed-hours", 79999999, "Expected a due time before the year 9991, but the amount leads beyond it.")]
    [InlineData("calendar-days", 79999999, "Expected a due time before the year 9991, but the amount leads beyond it.")]
    [InlineData("elapsed-hours", 1e27, "Expected an amount of 80000000 or less, but found 1000000000000000000000000000.")]
    public void An_amount_that_cannot_be_counted_is_refused(string rule, decimal amount, string problem) =>
        Assert.Equal(problem, Office().Due("2026-03-02 10:00", rule, amount));
}
