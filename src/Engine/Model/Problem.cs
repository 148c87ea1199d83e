using System.Collections.Immutable;

namespace CaseFlow.Engine.Model;

/// <summary>One finding about a file of a flow.</summary>
/// <param name="Severity">An error stops publication; a warning does not.</param>
/// <param name="Rule">The rule's name in kebab case, the same in every surface, e.g. <c>unknown-team</c>.</param>
/// <param name="Message">For a person: "Expected …, but …".</param>
/// <param name="File">File name within the flow.</param>
/// <param name="Line">1-based line, 0 when the file has none.</param>
/// <param name="ElementId">BPMN or DMN element id, or form field key.</param>
public sealed record Problem(ProblemSeverity Severity, string Rule, string Message, string File, int Line, string? ElementId)
{
    /// <summary>The shortest trial run that shows the problem; empty when it shows without one.</summary>
    public ImmutableArray<TrialStep> Steps { get; init; } = [];
}

public enum ProblemSeverity
{
    Error,
    Warning,
}
