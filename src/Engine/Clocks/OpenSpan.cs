namespace CaseFlow.Engine.Clocks;

/// <summary>A stretch of real time in which an office is open: from <see cref="From"/>, up to and without <see cref="To"/>.</summary>
internal readonly record struct OpenSpan(DateTimeOffset From, DateTimeOffset To);
