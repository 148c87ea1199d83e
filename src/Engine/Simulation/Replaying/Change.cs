using System.Collections.Immutable;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>One way in which a case came out otherwise.</summary>
/// <param name="Kind"><c>needs-answer</c>, <c>refused</c>, <c>closure</c>, <c>decision</c>, <c>rule</c>, <c>step</c> or <c>clock</c>.</param>
/// <param name="What">What is the same for all cases that are counted together.</param>
/// <param name="Detail">Of this case; null: nothing more is to be said.</param>
public sealed record Change(string Kind, string What, string? Detail = null);

/// <param name="Examples">The first cases, in the order of the export.</param>
public sealed record ChangeCount(string Kind, string What, long Cases, ImmutableArray<ChangeExample> Examples);

/// <param name="Number">The case's number.</param>
public sealed record ChangeExample(string Number, string? Detail);
