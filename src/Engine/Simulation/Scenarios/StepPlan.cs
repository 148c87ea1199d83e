using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>What is known of one element.</summary>
public sealed record StepPlan
{
    /// <summary>Seconds. A task of the staff: of working time. A service task, a resident's task, a message, an action: from its opening to its answer.</summary>
    public Distribution? Duration { get; init; }

    /// <summary>That the resident answers, that the message comes, that somebody presses the button, that the optional step is started.</summary>
    public double? Chance { get; init; }

    /// <summary>That an attempt of the activity fails.</summary>
    public double? Fails { get; init; }

    /// <summary>Probability of each BPMN error, by its code.</summary>
    public ImmutableSortedDictionary<string, double> Errors { get; init; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>What the activity answers: FEEL over the activity's settings and the case's variables; null: nothing.</summary>
    public Expression? Answer { get; init; }

    /// <summary>What people enter, by the field's key.</summary>
    public ImmutableSortedDictionary<string, FieldPlan> Values { get; init; } = ImmutableSortedDictionary.Create<string, FieldPlan>(StringComparer.Ordinal);
}

/// <summary>What people enter into a field.</summary>
/// <param name="Weights">Values as text, with their weights; the empty text: the field is left empty.</param>
/// <param name="Amount">A number, or for a date the seconds from now, in place of weights.</param>
public sealed record FieldPlan(ImmutableArray<KeyValuePair<string, double>> Weights, Distribution? Amount = null);
