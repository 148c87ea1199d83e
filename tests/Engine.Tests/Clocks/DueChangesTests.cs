using CaseFlow.Engine.Clocks;
using static CaseFlow.Engine.Tests.Clocks.Calendars;

namespace CaseFlow.Engine.Tests.Clocks;

/// <summary>2026-03-02 is a Monday.</summary>
public sealed class DueChangesTests
{
    private static readonly WorkingCalendar Calendar = Office();

    [Theory]
    [InlineData(DueRule.ElapsedHours, "2026-03-02 10:00", "2026-03-03 10:00", 0.5, "2026-03-02 22:00")]
    [InlineData(DueRule.ElapsedHours, "2026-03-02 10:00", "2026-03-03 10:00", 1.5, "2026-03-03 22:00")]
    [InlineData(DueRule.WorkingHours, "2026-03-02 09:00", "2026-03-03 17:00", 0.75, "2026-03-03 13:00")]
    [InlineData(DueRule.WorkingDaysEndOfNthDayAfter, "2026-03-02 09:00", "2026-03-06 17:00", 0.8, "2026-03-05 17:00")]
    [InlineData(DueRule.WorkingDaysEndOfNthDayAfter, "2026-03-02 09:00", "2026-03-06 17:00", 1, "2026-03-06 17:00")]
    [InlineData(DueRule.WorkingDaysEndOfNthDayAfter, "2026-03-02 09:00", "2026-03-06 17:00", 1.5, "2026-03-11 13:00")]
    public void A_share_of_the_time_is_counted_as_the_rule_counts(DueRule rule, string start, string due, decimal share, string at) =>
        Assert.Equal(at, Show(DueChanges.AtShare(Calendar, rule, Calendar.At(start), Calendar.At(due), share)));

    [Theory]
    [InlineData(DueRule.ElapsedHours, "2026-03-03 10:00", "2026-03-02 20:00", "2026-03-05 20:00", "2026-03-06 10:00")]
    [InlineData(DueRule.CalendarDays, "2026-03-05 10:00", "2026-03-02 10:00", "2026-03-03 10:00", "2026-03-06 10:00")]
    [InlineData(DueRule.WorkingHours, "2026-03-03 12:00", "2026-03-02 16:00", "2026-03-05 16:00", "2026-03-06 12:00")]
    [InlineData(DueRule.WorkingDaysEndOfNthDayAfter, "2026-03-04 17:00", "2026-03-03 10:00", "2026-03-05 11:00", "2026-03-09 17:00")]
    [InlineData(DueRule.WorkingDaysEndOfNthDayAfter, "2026-03-04 17:00", "2026-03-03 18:00", "2026-03-07 11:00", "2026-03-09 17:00")]
    [InlineData(DueRule.WorkingHours, "2026-03-03 12:00", "2026-03-03 12:00", "2026-03-05 16:00", "2026-03-03 12:00")]
    public void What_was_left_before_a_pause_is_left_after_it(DueRule rule, string due, string paused, string resumed, string newDue) =>
        Assert.Equal(newDue, Show(DueChanges.AfterPause(Calendar, rule, Calendar.At(due), Calendar.At(paused), Calendar.At(resumed))));

    [Theory]
    [InlineData(DueRule.ElapsedHours, "2026-03-06 17:00", 24, "2026-03-07 17:00")]
    [InlineData(DueRule.WorkingHours, "2026-03-06 17:00", 2, "2026-03-09 11:00")]
    [InlineData(DueRule.WorkingDaysSameTime, "2026-03-06 17:00", 1, "2026-03-09 17:00")]
    [InlineData(DueRule.WorkingDaysSameTime, "2026-03-06 11:00", 5, "2026-03-13 11:00")]
    [InlineData(DueRule.WorkingDaysEndOfNthDayAfter, "2026-03-06 17:00", 5, "2026-03-13 17:00")]
    [InlineData(DueRule.CalendarDays, "2026-03-06 17:00", 0, "2026-03-06 17:00")]
    public void An_extension_goes_on_from_the_due_time(DueRule rule, string due, decimal amount, string newDue) =>
        Assert.Equal(newDue, Show(DueChanges.Extended(Calendar, rule, Calendar.At(due), amount)));

    [Fact]
    public void An_extension_by_less_than_nothing_is_refused() =>
        Assert.Equal("Expected an amount of zero or more, but found -1.", Show(DueChanges.Extended(Calendar, DueRule.WorkingDaysSameTime, Calendar.At("2026-03-06 17:00"), -1)));
}
