using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Something that can go wrong in a run.</summary>
/// <param name="ElementId">Where it shows.</param>
/// <param name="Detail">The incident's own words; null for other kinds.</param>
internal sealed record Finding(FindingKind Kind, string ElementId, string? Detail, ImmutableArray<TrialStep> Steps);

internal enum FindingKind
{
    /// <summary>Tokens wait at a join for what can't come.</summary>
    Stuck,

    /// <summary>Two tokens come where one is meant.</summary>
    Twice,

    /// <summary>From here no run comes to an end.</summary>
    NoEnd,

    /// <summary>An error that nobody catches.</summary>
    Uncaught,

    /// <summary>No run comes here.</summary>
    NeverReached,

    /// <summary>There were too many states to look at all.</summary>
    GaveUp,
}
