using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Decisions;

/// <summary>A decision's answer and how it came about.</summary>
/// <param name="Value">FEEL null when there is none.</param>
/// <param name="Rules">Table rows that fired, in the order of evaluation, those of required decisions included.</param>
/// <param name="Inputs">Input data that was read, as the model's types made of it.</param>
/// <param name="Error">Why there is no proper value: two rows in a unique table, a limit, an unknown decision. Null when nothing went wrong.</param>
public sealed record DecisionResult(
    FeelValue Value, ImmutableArray<FiredRule> Rules, ImmutableArray<KeyValuePair<string, FeelValue>> Inputs, string? Error);

/// <summary>A decision, decision service or business knowledge model that can be asked for.</summary>
public sealed record DecisionInfo(string Id, string Name);
