using System.Collections.Immutable;

namespace CaseFlow.Engine.Migrating;

/// <summary>Where a case stands and how it would go on in another version. Without problems the case can be moved.</summary>
/// <param name="Places">Live elements and joins that tokens wait at; each element once.</param>
public sealed record MigrationPlan(ImmutableArray<MigrationPlace> Places, ImmutableArray<MigrationProblem> Problems);

/// <param name="ElementId">In the old version.</param>
/// <param name="Target">In the new version; null: it has none that continues it.</param>
public sealed record MigrationPlace(string ElementId, string? Target);

/// <summary>Why a case can't be moved.</summary>
/// <param name="Code">Kebab case: <c>step-missing</c>, <c>step-kind</c>, <c>step-nesting</c>, <c>loop-differs</c>, <c>join-missing</c>, <c>clock-missing</c>, …</param>
/// <param name="Message">"Expected …, but …", with the element's id.</param>
public sealed record MigrationProblem(string ElementId, string Code, string Message);
