using System.Collections.Immutable;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Commands;

/// <summary>Something a case is asked to do. Imperative; it may be rejected.</summary>
/// <param name="Actor">Who asks.</param>
public abstract record Command(Actor Actor)
{
    /// <summary>Stored documents that come with it: attached in the same step, or not at all.</summary>
    public ImmutableArray<DocumentFacts> Documents { get; init; } = [];
}
