using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Sequence flows' conditions as questions to the oracle.</summary>
internal sealed class TrialConditions
{
    private readonly Process _process;
    private readonly Oracle _oracle;
    private readonly HashSet<string> _shared;
    private readonly Dictionary<int, bool> _held = [];

    public TrialConditions(Process process, Oracle oracle)
    {
        (_process, _oracle) = (process, oracle);
        _shared = [.. process.Flows.Where(flow => flow.Condition is not null && MeansTheSameEverywhere(flow)).GroupBy(flow => flow.Condition!.Text).Where(same => same.Count() > 1).Select(same => same.Key)];
    }

    public bool AnyShared => _shared.Count > 0;

    public Expression Of(SequenceFlow flow)
    {
        var condition = flow.Condition!;
        if (IsFixed(condition)) return condition;
        var shared = _shared.Contains(condition.Text) && MeansTheSameEverywhere(flow);
        var asked = new TrialCondition(flow.Id, condition.Text, condition.Names, shared);
        return Expression.Asked(condition.Text, () => FeelValue.From(Decide(flow, asked)));
    }

    /// <summary>Where nothing else is left to leave by, the last condition holds: that none does is another rule's matter.</summary>
    private bool Decide(SequenceFlow flow, TrialCondition condition)
    {
        var element = _process.Elements[flow.Source];
        var conditional = element.Outgoing.Where(other => other != element.DefaultFlow && _process.Flows[other].Condition is not null).ToList();
        if (conditional[0] == flow.Index) _held[element.Index] = false;
        var must = conditional[^1] == flow.Index && !_held.GetValueOrDefault(element.Index) && element.DefaultFlow < 0 && conditional.Count == element.Outgoing.Length;
        var holds = _oracle.Decide(condition, must);
        if (holds) _held[element.Index] = true;
        return holds;
    }

    /// <summary>It reads no variable and not the time, so there is only one answer.</summary>
    private static bool IsFixed(Expression condition) => condition.Names.Count == 0 && !ReadsTime(condition);

    /// <summary>Not within what repeats or has variables of its own, and not when it asks for the time.</summary>
    private bool MeansTheSameEverywhere(SequenceFlow flow)
    {
        if (ReadsTime(flow.Condition!)) return false;
        for (var at = _process.Elements[flow.Source]; at.Parent >= 0; at = _process.Elements[at.Parent])
            if (at.Loop is not null || at.Inputs.Length > 0 || at.DataObjects.Length > 0)
                return false;
        return true;
    }

    private static bool ReadsTime(Expression condition) =>
        condition.Text.Contains("now", StringComparison.Ordinal) || condition.Text.Contains("today", StringComparison.Ordinal) || condition.Names.Contains("clocks");
}
