namespace CaseFlow.Engine.Clocks;

/// <summary>The opening hours of each day of an ordinary week. At least one day is open.</summary>
public sealed class WeekHours
{
    private static readonly DayOfWeek[] FromMonday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly DayHours[] _days;

    private WeekHours(DayHours[] days)
    {
        _days = days;
        OpenDays = days.Count(day => day.IsOpen);
        Total = days.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Total);
        Usual = FromMonday.Select(day => days[(int)day]).First(day => day.IsOpen);
    }

    public static WeekHours AroundTheClock { get; } = new([.. FromMonday.Select(_ => DayHours.AroundTheClock)]);

    public DayHours this[DayOfWeek day] => _days[(int)day];

    public int OpenDays { get; }

    public TimeSpan Total { get; }

    /// <summary>The hours of the first open day of the week, from Monday: what a make-up working day has when its own weekday is closed.</summary>
    public DayHours Usual { get; }

    /// <summary>Days that the map leaves out are closed. Returns the problem, or null when the week is good.</summary>
    public static string? TryCreate(IReadOnlyDictionary<DayOfWeek, DayHours> days, out WeekHours? week)
    {
        week = null;
        var all = Enum.GetValues<DayOfWeek>().Select(day => days.GetValueOrDefault(day, DayHours.Closed)).ToArray();
        if (!all.Any(day => day.IsOpen)) return "Expected at least one open day in the week, but all seven are closed.";
        week = new WeekHours(all);
        return null;
    }
}
