using System.Collections.Immutable;
using CaseFlow.Engine.Decisions;

namespace CaseFlow.Engine.Reading;

/// <summary>Something in a DMN file that keeps it from being published.</summary>
/// <param name="File">As given to the reader.</param>
/// <param name="Element">The id, else the name, of the element or of the nearest one around it that has either; empty for the file itself.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Rule">The check's name in kebab case.</param>
public sealed record DmnProblem(string File, string Element, int Line, string Message, string Rule = "dmn");

/// <summary>
/// What reading a DMN file gave. With problems in it there may still be a model, in which the unreadable expressions are null:
/// good for a trial, never for publication.
/// </summary>
public sealed record DmnReadResult(DecisionModel? Model, ImmutableArray<DmnProblem> Problems, ImmutableArray<DmnProblem> Warnings)
{
    /// <summary>True when the file may be published.</summary>
    public bool Ok => Model is not null && Problems.IsEmpty;
}
