using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Events;

/// <summary>A decision table was asked: what it saw, what it said, which rules fired, and in which version of the rules they stand.</summary>
/// <param name="Source">Null in cases of before it was recorded.</param>
public sealed record DecisionMade(
    long ElementKey, string ElementId, string Decision, FeelContext Inputs, FeelValue Output, ImmutableArray<string> Rules, DecisionSource? Source = null) : CaseEvent;

/// <summary>Where rules stand that decided something.</summary>
/// <param name="Flow">The published version whose file it was; that version's files never change.</param>
/// <param name="File">The DMN file's name within the flow.</param>
/// <param name="Tables">Ids of the tables whose rules fired, in the order of evaluation.</param>
public sealed record DecisionSource(FlowRef Flow, string File, ImmutableArray<string> Tables);
