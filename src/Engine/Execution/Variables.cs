using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

/// <summary>Where a value goes that an element passes on.</summary>
internal static class Variables
{
    /// <summary>
    /// Sets each value in the nearest scope that has the variable, beginning with <paramref name="fromKey"/>. Where none has it, in the
    /// process; but within an instance of a repeating activity in that instance, so that instances side by side don't overwrite each other's.
    /// </summary>
    public static void Propagate(Step step, long fromKey, FeelContext values)
    {
        if (values.Entries.IsEmpty) return;
        var byScope = new SortedDictionary<long, FeelContext>();
        foreach (var entry in values.Entries)
        {
            var scope = Owner(step, fromKey, entry.Key);
            byScope[scope] = byScope.GetValueOrDefault(scope, FeelContext.Empty).With(entry.Key, entry.Value);
        }

        foreach (var (scope, changed) in byScope) step.Emit(new VariablesSet(scope, changed));
    }

    /// <summary>Sets values in this scope itself.</summary>
    public static void Set(Step step, long scopeKey, FeelContext values)
    {
        if (!values.Entries.IsEmpty) step.Emit(new VariablesSet(scopeKey, values));
    }

    private static long Owner(Step step, long fromKey, string name)
    {
        var instance = -1L;
        for (var at = step.Get(fromKey); ; at = step.Get(at.ScopeKey))
        {
            if (at.Variables.Find(name) is not null) return at.Key;
            if (at.LoopCounter > 0 && instance < 0) instance = at.Key;
            if (at.Key == 0 || at.Called is not null) return instance < 0 ? at.Key : instance;
        }
    }
}
