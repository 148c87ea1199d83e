using System.Globalization;
using CaseFlow.Engine.Clocks;
using static CaseFlow.Engine.Tests.Clocks.Calendars;

namespace CaseFlow.Engine.Tests.Clocks;

public sealed class Iso8601Tests
{
    [Theory]
    [InlineData("PT10M", 0, 0, "00:10:00")]
    [InlineData("P1Y2M3DT4H5M6.7S", 14, 3, "04:05:06.7000000")]
    [InlineData("P2W", 0, 14, "00:00:00")]
    [InlineData("P0.5D", 0, 0, "12:00:00")]
    [InlineData("PT1,5H", 0, 0, "01:30:00")]
    [InlineData("PT36H", 0, 0, "1.12:00:00")]
    [InlineData("-P1DT1H", 0, -1, "-01:00:00")]
    [InlineData("PT0S", 0, 0, "00:00:00")]
    [InlineData(" P1D ", 0, 1, "00:00:00")]
    [InlineData("P3650D", 0, 3650, "00:00:00")]
    public void Reads_durations(string text, int months, int days, string time)
    {
        Assert.Null(Iso8601Duration.TryParse(text, out var duration));
        Assert.Equal(new Iso8601Duration(months, days, TimeSpan.Parse(time, CultureInfo.InvariantCulture)), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1D")]
    [InlineData("P1H")]
    [InlineData("PT1H1D")]
    [InlineData("P1.5Y")]
    [InlineData("PT1.5H30M")]
    [InlineData("P99999999999D")]
    [InlineData("PT99999999999999999H")]
    [InlineData("10 minutes")]
    public void Refuses_what_is_no_duration(string text) =>
        Assert.Equal($"Expected an ISO 8601 duration such as PT10M or P1DT12H, but found '{text}'.", Iso8601Duration.TryParse(text, out _));

    [Theory]
    [InlineData("2026-01-31 10:00", "P1M", "2026-02-28 10:00")]
    [InlineData("2024-02-29 10:00", "P1Y", "2025-02-28 10:00")]
    [InlineData("2026-03-07 10:00", "P1D", "2026-03-08 10:00")] // 23 hours: the clocks go forward
    [InlineData("2026-03-07 10:00", "PT24H", "2026-03-08 11:00")]
    [InlineData("2026-03-07 02:30", "P1D", "2026-03-08 03:30")]
    [InlineData("2026-03-07 10:00", "P30D", "2026-04-06 10:00")]
    public void Days_and_months_keep_the_local_time_and_hours_elapse(string start, string duration, string end)
    {
        Assert.Null(Iso8601Duration.TryParse(duration, out var parsed));
        Assert.Equal(end, Text(parsed.AddTo(ZoneTime.At(NewYork, DateTime.Parse(start, CultureInfo.InvariantCulture)), NewYork)));
    }

    [Fact]
    public void A_time_beyond_reach_is_none()
    {
        Assert.Null(Iso8601Duration.TryParse("P9000Y", out var long_));
        Assert.Null(long_.AddTo(Office().At("2026-01-01"), Shanghai));
    }

    [Theory]
    [InlineData("2026-03-01T09:00:00+08:00", "2026-03-01 09:00")]
    [InlineData("2026-03-01T01:00:00Z", "2026-03-01 09:00")]
    [InlineData("2026-03-01T01:00:00.000Z", "2026-03-01 09:00")]
    [InlineData("2026-03-01T09:00", "2026-03-01 09:00")]
    [InlineData("2026-03-01", "2026-03-01 00:00")]
    [InlineData("20260301T090000", "2026-03-01 09:00")]
    public void Reads_dates_with_an_offset_or_in_local_time(string text, string local)
    {
        Assert.Null(Iso8601Date.TryParse(text, Shanghai, out var instant));
        Assert.Equal(local, Text(ZoneTime.In(Shanghai, instant)));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-13-01")]
    [InlineData("2026-03-01 09:00:00")]
    [InlineData("0001-01-01")]
    public void Refuses_what_is_no_date(string text) =>
        Assert.Equal($"Expected a date and time such as 2026-03-01T09:00:00+08:00, but found '{text}'.", Iso8601Date.TryParse(text, Shanghai, out _));

    [Theory]
    [InlineData("R3/PT10M", "2026-01-05 09:10 | 2026-01-05 09:20 | 2026-01-05 09:30")]
    [InlineData("R2/2026-02-01T08:00/P1M", "2026-02-01 08:00 | 2026-03-01 08:00")]
    [InlineData("R/2026-01-31T08:00/P1M", "2026-01-31 08:00 | 2026-02-28 08:00 | 2026-03-31 08:00 | 2026-04-30 08:00")]
    [InlineData("R/P1D/2026-01-07T09:00", "2026-01-06 09:00 | 2026-01-07 09:00")]
    [InlineData("R-1/PT1H", "2026-01-05 10:00 | 2026-01-05 11:00 | 2026-01-05 12:00 | 2026-01-05 13:00")]
    public void A_cycle_fires_at_its_times_and_no_more(string text, string times)
    {
        Assert.Null(RepeatingInterval.TryParse(text, Shanghai, out var cycle));
        var begin = Office().At("2026-01-05 09:00");

        Assert.Equal(times, string.Join(" | ", Enumerable.Range(1, 4).Select(n => cycle!.Occurrence(n, begin)).OfType<DateTimeOffset>().Select(at => Text(at))));
    }

    [Fact]
    public void After_an_outage_a_cycle_goes_on_with_the_next_time()
    {
        Assert.Null(RepeatingInterval.TryParse("R/2020-01-01T00:00/PT1M", Shanghai, out var endless));
        Assert.Null(RepeatingInterval.TryParse("R3/PT10M", Shanghai, out var thrice));
        var begin = Office().At("2026-01-05 09:00");

        Assert.Equal("2026-01-05 09:01", Text(endless!.FirstAfter(begin, begin)?.At));
        Assert.Equal((3, begin.AddMinutes(30)), thrice!.FirstAfter(begin.AddMinutes(20), begin));
        Assert.Null(thrice.FirstAfter(begin.AddMinutes(30), begin));
    }

    [Theory]
    [InlineData("PT10M", "Expected a repeating interval such as R3/PT10M or R/2026-03-01T09:00/P1D, but found 'PT10M'.")]
    [InlineData("R0/PT10M", "Expected a repeating interval such as R3/PT10M or R/2026-03-01T09:00/P1D, but found 'R0/PT10M'.")]
    [InlineData("R3/PT0S", "Expected a period longer than nothing, but found 'R3/PT0S'.")]
    [InlineData("R3/ten", "Expected an ISO 8601 duration such as PT10M or P1DT12H, but found 'ten'.")]
    [InlineData("R3/soon/PT1M", "Expected a date and time such as 2026-03-01T09:00:00+08:00, but found 'soon'.")]
    public void Refuses_what_is_no_cycle(string text, string problem) =>
        Assert.Equal(problem, RepeatingInterval.TryParse(text, Shanghai, out _));

    private static string Text(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "none";
}
