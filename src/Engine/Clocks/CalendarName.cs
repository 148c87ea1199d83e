namespace CaseFlow.Engine.Clocks;

/// <summary>What people call a calendar or a holiday, in the two languages of the product.</summary>
public sealed record CalendarName(string Chinese, string English);
