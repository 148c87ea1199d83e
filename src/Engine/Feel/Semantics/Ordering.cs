namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>FEEL's order of values (DMN 1.5, table 54). Values of different or unordered kinds have none.</summary>
internal static class Ordering
{
    /// <summary>Below, at or above zero; null when the two can't be compared.</summary>
    public static int? Compare(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value.CompareTo(b.Value),
        (FeelString a, FeelString b) => CompareText(a.Value, b.Value),
        (FeelDate a, FeelDate b) => a.CompareTo(b),
        (FeelDateTime a, FeelDateTime b) => CompareMoments(a, b),
        (FeelTime a, FeelTime b) => CompareTimes(a, b),
        (FeelDaysTimeDuration a, FeelDaysTimeDuration b) => a.Seconds.CompareTo(b.Seconds),
        (FeelYearsMonthsDuration a, FeelYearsMonthsDuration b) => a.Months.CompareTo(b.Months),
        _ => null,
    };

    /// <summary>By code point: surrogate pairs sort behind every other character, as they stand for higher code points.</summary>
    private static int CompareText(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] == b[i]) continue;
            var (first, second) = (char.IsSurrogate(a[i]), char.IsSurrogate(b[i]));
            return first == second ? a[i].CompareTo(b[i]) : first ? 1 : -1;
        }
        return a.Length.CompareTo(b.Length);
    }

    private static int CompareMoments(FeelDateTime a, FeelDateTime b) =>
        a.SecondsUtc(b.OffsetSeconds ?? 0).CompareTo(b.SecondsUtc(a.OffsetSeconds ?? 0));

    private static int CompareTimes(FeelTime a, FeelTime b) =>
        a.SecondsUtc(b.Zone?.StandardOffset ?? 0).CompareTo(b.SecondsUtc(a.Zone?.StandardOffset ?? 0));
}
