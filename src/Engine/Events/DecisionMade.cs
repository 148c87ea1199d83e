using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Events;

/// <summary>A decision table was asked: what it saw, what it said, and which rules fired.</summary>
public sealed record DecisionMade(long ElementKey, string ElementId, string Decision, FeelContext Inputs, FeelValue Output, ImmutableArray<string> Rules) : CaseEvent;
