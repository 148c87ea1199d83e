using CaseFlow.TestSupport;
using static CaseFlow.Cli.Tests.CommandLine;

namespace CaseFlow.Cli.Tests.Due;

/// <summary>2026-03-02 is a Monday.</summary>
public sealed class DueVerbTests
{
    private static readonly string[] Office = ["due", "--zone", "Asia/Shanghai", "--open", "09:00-17:00"];
    private static readonly string Cn2026 = Repository.Path("workflows/calendars/cn-2026.json");
    private static readonly string OfficeCn = Repository.Path("workflows/calendars/office-cn.json");

    [Fact]
    public void Adds_a_due_column_for_each_rule()
    {
        var (code, output, error) = Run(
            "start,rule,amount\n2026-03-06 16:00,elapsed-hours,24\n2026-03-06 16:00,working-hours,1.5\n2026-03-06 16:00,working-days-same-time,1\n2026-03-06 16:00,working-days-end-of-nth-day-after,1\n2026-03-06 16:00,calendar-days,2\n",
            Office);

        Assert.Equal("", error);
        Assert.Equal(
            "start,rule,amount,due\n2026-03-06 16:00,elapsed-hours,24,2026-03-07 16:00\n2026-03-06 16:00,working-hours,1.5,2026-03-09 09:30\n2026-03-06 16:00,working-days-same-time,1,2026-03-09 16:00\n2026-03-06 16:00,working-days-end-of-nth-day-after,1,2026-03-09 17:00\n2026-03-06 16:00,calendar-days,2,2026-03-08 16:00\n",
            output);
        Assert.Equal(ExitCode.Done, code);
    }

    [Fact]
    public void Keeps_other_columns_quotes_and_order_and_takes_what_editors_leave_behind()
    {
        var (code, output, error) = Run(
            "\uFEFFnr,Amount, RULE ,start,note\r\n1, 2 ,\"working-hours\",2026-03-02T09:00,\"a \"\"b\"\", c\"\r\n\r\n2,2.0,calendar-days,2026-03-02 9:05:00,\"two\nlines\"",
            Office);

        Assert.Equal("", error);
        Assert.Equal(
            "nr,Amount, RULE ,start,note,due\n1, 2 ,working-hours,2026-03-02T09:00,\"a \"\"b\"\", c\",2026-03-02 11:00\n2,2.0,calendar-days,2026-03-02 9:05:00,\"two\nlines\",2026-03-04 09:05:00\n",
            output);
        Assert.Equal(ExitCode.Done, code);
    }

    [Fact]
    public void A_due_column_that_is_there_is_written_anew() =>
        Assert.Equal("start,due,rule,amount\n2026-03-02 09:00,2026-03-02 10:00,working-hours,1\n", Run("start,due,rule,amount\n2026-03-02 09:00,?,working-hours,1\n", Office).Out);

    [Theory]
    [InlineData("2026-03-02 09:00", "0.01", "2026-03-02 09:00:36")]
    [InlineData("2026-03-02 09:00:00", "1", "2026-03-02 10:00:00")]
    [InlineData("2026-03-02 09:00:30", "0.5", "2026-03-02 09:30:30")]
    [InlineData("2026-03-02 09:00", "0.3333333333", "2026-03-02 09:20")]
    [InlineData("2026-03-02 09:00", "1e1", "2026-03-03 11:00")]
    public void Seconds_are_written_when_they_matter(string start, string hours, string due) =>
        Assert.Equal($"start,rule,amount,due\n{start},working-hours,{hours},{due}\n", Run($"start,rule,amount\n{start},working-hours,{hours}\n", Office).Out);

    [Theory]
    [InlineData("2026-03-02,working-hours,1", "line 3, start: Expected a local time such as 2026-03-02 09:30, but found '2026-03-02'.")]
    [InlineData("2026-02-30 10:00,working-hours,1", "line 3, start: Expected a local time such as 2026-03-02 09:30, but found '2026-02-30 10:00'.")]
    [InlineData("0001-01-01 10:00,working-hours,1", "line 3, start: Expected a local time such as 2026-03-02 09:30, but found '0001-01-01 10:00'.")]
    [InlineData("2026-03-02 09:00,working hours,1", "line 3, rule: Expected one of elapsed-hours, working-hours, working-days-same-time, working-days-end-of-nth-day-after, calendar-days, but found 'working hours'.")]
    [InlineData("2026-03-02 09:00,working-hours,", "line 3, amount: Expected a number such as 8 or 1.5, but found ''.")]
    [InlineData("2026-03-02 09:00,working-hours,\"1,5\"", "line 3, amount: Expected a number such as 8 or 1.5, but found '1,5'.")]
    [InlineData("2026-03-02 09:00,calendar-days,1.5", "line 3, amount: Expected a whole number of days for calendar-days, but found 1.5.")]
    [InlineData("2026-03-02 09:00,calendar-days,-1", "line 3, amount: Expected an amount of zero or more, but found -1.")]
    [InlineData("2026-03-02 09:00,calendar-days", "line 3, row: Expected 3 fields, but found 2.")]
    [InlineData("2026-03-02 09:00,calendar-days,1,2", "line 3, row: Expected 3 fields, but found 4.")]
    [InlineData("2026-03-02 09:00,cal\"endar,1", "line 3, row: Expected a field with a quote to be quoted as a whole, with its inner quotes doubled.")]
    public void The_first_wrong_row_is_refused_with_its_line_and_field(string row, string message)
    {
        var (code, output, error) = Run($"start,rule,amount\n2026-03-02 09:00,working-hours,1\n{row}\n2026-03-02 09:00,working-hours,2\n", Office);

        Assert.Equal(message + "\n", error);
        Assert.Equal("start,rule,amount,due\n2026-03-02 09:00,working-hours,1,2026-03-02 10:00\n", output);
        Assert.Equal(ExitCode.Refused, code);
    }

    [Theory]
    [InlineData("", "line 1, header: Expected a header with the columns start, rule and amount, but the input is empty.\n")]
    [InlineData("start,rule\n", "line 1, amount: Expected a header with the columns start, rule and amount, but found 'start,rule'.\n")]
    public void A_table_without_its_header_is_refused(string input, string message) =>
        Assert.Equal((ExitCode.Refused, "", message), Run(input, Office));

    [Fact]
    public void A_table_without_rows_is_a_header() =>
        Assert.Equal((ExitCode.Done, "start,rule,amount,due\n", ""), Run("start,rule,amount", Office));

    [Theory]
    [InlineData("Mon,Wed,Sat", "2026-03-04 10:00")]
    [InlineData("Mon-Tue", "2026-03-03 10:00")]
    [InlineData("sat-mon", "2026-03-07 10:00")]
    [InlineData("Monday, Thu-Fri", "2026-03-05 10:00")]
    [InlineData("Mon", "2026-03-09 10:00")]
    public void The_week_may_be_ranges_and_lists(string week, string due) =>
        Assert.Equal($"start,rule,amount,due\n2026-03-02 10:00,working-days-same-time,1,{due}\n", Run("start,rule,amount\n2026-03-02 10:00,working-days-same-time,1\n", [.. Office, "--week", week]).Out);

    [Theory]
    [InlineData("--open", "09:00-12:00,13:00-17:00")]
    [InlineData("--open", "09:00-12:00", "--open", "13:00-17:00")]
    [InlineData("--open", "13:00-17:00", "09:00-12:00")]
    public void A_lunch_break_is_left_out(params string[] open) =>
        Assert.Equal("start,rule,amount,due\n2026-03-02 11:00,working-hours,2,2026-03-02 14:00\n", Run("start,rule,amount\n2026-03-02 11:00,working-hours,2\n", ["due", "--zone", "Asia/Shanghai", .. open]).Out);

    [Fact]
    public void Holidays_and_make_up_days_come_from_a_calendar_file() =>
        Assert.Equal(
            (ExitCode.Done, "start,rule,amount,due\n2026-09-30 10:00,working-days-same-time,3,2026-10-10 10:00\n", ""),
            Run("start,rule,amount\n2026-09-30 10:00,working-days-same-time,3\n", [.. Office, "--calendar", Cn2026]));

    [Fact]
    public void An_office_file_is_enough_and_finds_its_holidays_beside_it() =>
        Assert.Equal(
            (ExitCode.Done, "start,rule,amount,due\n2026-02-13 16:00,working-hours,2,2026-02-14 10:00\n", ""),
            Run("start,rule,amount\n2026-02-13 16:00,working-hours,2\n", "due", "--calendar", OfficeCn));

    [Fact]
    public void The_command_line_goes_before_an_office_file() =>
        Assert.Equal(
            "start,rule,amount,due\n2026-02-13 16:00,working-hours,2,2026-02-14 09:00\n",
            Run("start,rule,amount\n2026-02-13 16:00,working-hours,2\n", "due", "--calendar", OfficeCn, "--open", "08:00-17:00").Out);

    [Fact]
    public void A_year_without_known_holidays_is_told_once()
    {
        var (code, output, error) = Run("start,rule,amount\n2026-12-30 10:00,calendar-days,5\n2026-12-31 10:00,working-days-same-time,1\n2026-12-31 10:00,working-days-same-time,2\n", [.. Office, "--calendar", Cn2026]);

        Assert.Equal("warning: line 3: the holidays of 2027 are not known; the ordinary week was taken for it, here and in later rows.\n", error);
        Assert.EndsWith("2027-01-01 10:00\n2026-12-31 10:00,working-days-same-time,2,2027-01-04 10:00\n", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, code);
    }

    [Theory]
    [InlineData("Expected --zone, or a calendar file that names the time zone.", "--open", "09:00-17:00")]
    [InlineData("Expected --open, or a calendar file with the opening hours and no --week.", "--zone", "Asia/Shanghai")]
    [InlineData("--zone: Expected a time zone such as Asia/Shanghai, but found 'Mars'.", "--zone", "Mars", "--open", "09:00-17:00")]
    [InlineData("Expected days such as Mon-Fri or Mon,Wed,Sat, but found 'Mo'.", "--zone", "UTC", "--open", "09:00-17:00", "--week", "Mo")]
    [InlineData("Expected opening hours such as 09:00-17:00, but found 'always'.", "--zone", "UTC", "--open", "always")]
    [InlineData("Expected at least one open day in the week, but all seven are closed.", "--zone", "UTC", "--open", "09:00-17:00", "--week", ",")]
    public void A_wrong_command_line_is_a_usage_error(string message, params string[] options) =>
        Assert.Equal((ExitCode.Usage, "", message + "\n"), Run("start,rule,amount\n", ["due", .. options]));

    [Fact]
    public void A_calendar_file_that_is_not_there_is_refused()
    {
        var (code, output, error) = Run("start,rule,amount\n", [.. Office, "--calendar", "nowhere.json"]);

        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.StartsWith("nowhere.json: $: Expected a file that can be read, but ", error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Year_files_of_the_holiday_cn_project_are_read_as_they_are()
    {
        var folder = Repository.Shared("data/holiday-cn");
        Skip.If(folder is null, Repository.NoShared);

        Assert.Equal(
            (ExitCode.Done, "start,rule,amount,due\n2020-01-23 10:00,working-days-end-of-nth-day-after,2,2020-02-04 17:00\n2018-12-28 18:00,working-hours,8,2018-12-29 17:00\n", "warning: line 3: the holidays of 2018 are not known; the ordinary week was taken for it, here and in later rows.\n"),
            Run("start,rule,amount\n2020-01-23 10:00,working-days-end-of-nth-day-after,2\n2018-12-28 18:00,working-hours,8\n", [.. Office, "--calendar", Path.Combine(folder, "2019.json"), "--calendar", Path.Combine(folder, "2020.json")]));
    }
}
