namespace CaseFlow.Engine.Clocks;

/// <summary>A due time, or why there is none.</summary>
public abstract record DueResult
{
    private protected DueResult() { }
}

/// <summary>A due time, told in the calendar's local time.</summary>
/// <param name="MissingYears">Years between start and due whose holidays aren't known. The week was taken as it stands for them: recompute once they are published, and say so until then.</param>
public sealed record DueAt(DateTimeOffset At, IReadOnlyList<int> MissingYears) : DueResult
{
    public bool CalendarYearMissing => MissingYears.Count > 0;

    public bool Equals(DueAt? other) => other is not null && At.EqualsExact(other.At) && MissingYears.SequenceEqual(other.MissingYears);

    public override int GetHashCode() => At.GetHashCode();
}

/// <summary>The amount can't be counted: the author's fault.</summary>
public sealed record DueRefused(string Problem) : DueResult;
