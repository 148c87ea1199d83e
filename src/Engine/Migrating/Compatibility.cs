using CaseFlow.Engine.Execution.Elements;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>What can continue what.</summary>
internal static class Compatibility
{
    /// <summary>The same kind. A user task and a manual task are done alike, so each continues the other.</summary>
    public static bool SameKind(Element old, Element target) => old.Kind == target.Kind || IsPeoples(old.Kind) && IsPeoples(target.Kind);

    /// <returns>What differs of what a started loop keeps; null: nothing. Conditions are asked anew each time and may differ.</returns>
    public static string? LoopDifference(LoopDefinition? old, LoopDefinition? target)
    {
        if (old is null || target is null) return old is null && target is null ? null : "repeating at all";
        if (old.Kind != target.Kind) return "the kind of loop";
        if (Text(old.Collection) != Text(target.Collection) || Text(old.Cardinality) != Text(target.Cardinality)) return "what it repeats for";
        if (old.ItemVariable != target.ItemVariable) return "the item's variable";
        return old.OutputVariable != target.OutputVariable || Text(old.OutputElement) != Text(target.OutputElement) ? "the output collection" : null;
    }

    public static bool SameCall(CaseMove move, CalledProcess called, Element target) => target.Call is { } call
        && (called.Flow == move.From ? call.Flow == move.To && call.Process == move.Map[called.Process] : call.Flow.Key == called.Flow.Key && call.Process == called.Process);

    public static string ActivityOf(Element element) => element.Activity?.Type ?? ServiceTaskBehavior.External;

    /// <summary>Whether an open wait for the one is a wait for the other. A timer that runs keeps its time.</summary>
    public static bool SameWait(Element old, Element target) => (old.Event, target.Event) switch
    {
        (TimerDefinition, TimerDefinition) => true,
        (MessageDefinition a, MessageDefinition b) => a.Name == b.Name && Text(a.Correlation) == Text(b.Correlation) && old.Action is null == target.Action is null,
        (SignalDefinition a, SignalDefinition b) => a == b,
        (ConditionDefinition a, ConditionDefinition b) => a.Condition.Text == b.Condition.Text,
        _ => false,
    };

    private static bool IsPeoples(ElementKind kind) => kind is ElementKind.UserTask or ElementKind.ManualTask;

    private static string? Text(Expression? expression) => expression?.ToString();
}
