using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>What an expression of an element instance sees: its own variables, those of the scopes around it, and the facts of the case.</summary>
internal sealed class VariableScope(Step step, long key, FeelContext? first = null) : IFeelScope
{
    public DateTimeOffset Now => step.WallNow;

    public FeelValue? Find(string name)
    {
        if (first?.Find(name) is { } given) return given;
        for (var at = key; at >= 0;)
        {
            var instance = step.State.Elements[at];
            if (instance.Variables.Find(name) is { } value) return value;
            if (LoopVariable(instance, name) is { } counted) return counted;
            at = instance.Called is { Isolated: true } ? -1 : instance.ScopeKey;
        }

        return Facts.Of(step, key, name);
    }

    /// <summary>All that can be seen, the nearest of each name; facts of the case only by name.</summary>
    public FeelContext Visible()
    {
        var visible = FeelContext.Empty;
        for (var at = key; at >= 0;)
        {
            var instance = step.State.Elements[at];
            foreach (var entry in instance.Variables.Entries)
                if (visible.Find(entry.Key) is null)
                    visible = visible.With(entry.Key, entry.Value);
            at = instance.Called is { Isolated: true } ? -1 : instance.ScopeKey;
        }

        return visible;
    }

    /// <summary>The standard's names for instances of a repeating activity.</summary>
    private static FeelNumber? LoopVariable(ElementInstance instance, string name)
    {
        if (instance.LoopCounter > 0 && name == "loopCounter") return new FeelNumber(instance.LoopCounter);
        if (instance.Loop is not { } loop) return null;
        return name switch
        {
            "numberOfInstances" or "nrOfInstances" => new FeelNumber(loop.Count < 0 ? loop.Started : loop.Count),
            "numberOfActiveInstances" or "nrOfActiveInstances" => new FeelNumber(loop.Started - loop.Completed - loop.Terminated),
            "numberOfCompletedInstances" or "nrOfCompletedInstances" => new FeelNumber(loop.Completed),
            "numberOfTerminatedInstances" => new FeelNumber(loop.Terminated),
            "loopCounter" => new FeelNumber(loop.Started),
            _ => null,
        };
    }
}
