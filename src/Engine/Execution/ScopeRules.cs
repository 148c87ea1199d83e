using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>What all scopes share: processes, subprocesses, event subprocesses, called processes.</summary>
internal static class ScopeRules
{
    /// <summary>Sets up a scope before anything runs in it: its data objects and the waits of its event subprocesses.</summary>
    public static void Open(Step step, long key, Element scope)
    {
        var objects = FeelContext.Empty;
        foreach (var name in scope.DataObjects)
            if (step.Get(key).Variables.Find(name) is null)
                objects = objects.With(name, FeelValue.Null);
        Variables.Set(step, key, objects);
        Waits.Open(step, key, step.InnerProcessOf(step.Get(key)), scope.EventStarts);
    }

    /// <summary>Starts what runs when the scope is entered without a trigger.</summary>
    public static void StartEntries(Step step, long key, Process process, Element scope)
    {
        foreach (var entry in scope.Entries)
            if (step.IsLive(key))
                Lifecycle.Activate(step, process.Elements[entry], key, []);
        Lifecycle.ChildEnded(step, key);
    }

    /// <summary>Nothing runs within, and nothing is on its way.</summary>
    public static bool IsFinished(ElementInstance scope) => scope.Children == 0 && scope.Tokens.IsEmpty;
}
