namespace CaseFlow.Engine.Clocks;

/// <summary>Published holidays and make-up working days, and the years that they speak for in full.</summary>
/// <param name="Id">The name that a calendar refers to.</param>
/// <param name="Years">A year without any published day is not among them: nothing is known about it yet.</param>
/// <param name="Days">One a date, in date order: of several notices about one date the last has its way.</param>
public sealed record HolidayList(string Id, IReadOnlySet<int> Years, IReadOnlyList<SpecialDay> Days);
