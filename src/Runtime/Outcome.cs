using System.Collections.Immutable;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Runtime;

/// <summary>What came of something a person or program asked for.</summary>
public abstract record Outcome
{
    private protected Outcome()
    {
    }
}

/// <summary>Done and durable.</summary>
public sealed record Done(Guid CaseId, long Version) : Outcome;

/// <summary>Refused; nothing changed.</summary>
/// <param name="Code">The engine's rejection code, or <c>not-found</c>, <c>forbidden</c>, <c>invalid-form</c>.</param>
/// <param name="By">Who was first, for <c>task-not-open</c> and <c>already-claimed</c>.</param>
/// <param name="At">When they were.</param>
public sealed record Refused(
    string Code, string Message, ImmutableArray<FormError> Errors = default, string? By = null, DateTimeOffset? At = null) : Outcome;
