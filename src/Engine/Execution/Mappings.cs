using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>Input and output mappings.</summary>
internal static class Mappings
{
    public static void ApplyInputs(Step step, ElementInstance self, Element element)
    {
        if (element.Inputs.Length > 0) Variables.Set(step, self.Key, Evaluate(step, element.Inputs, self.Key));
    }

    /// <summary>An element with outputs passes on only those. Its result is kept on it first, so that a retry finds it.</summary>
    public static void ApplyOutputs(Step step, long key, FeelContext result)
    {
        var self = step.Get(key);
        var element = step.ElementOf(self);
        if (element.Outputs.Length > 0 || self.LoopCounter > 0) Variables.Set(step, key, result);
        var passedOn = element.Outputs.Length > 0 ? Evaluate(step, element.Outputs, key) : result;
        if (self.LoopCounter > 0) LoopBody.Collect(step, key, element);
        if (element.Outputs.Length > 0 || self.LoopCounter == 0 || element.Loop?.OutputVariable is null) Variables.Propagate(step, self.ScopeKey, TypedData.Fit(step, self.ScopeKey, passedOn));
    }

    private static FeelContext Evaluate(Step step, ImmutableArray<Mapping> mappings, long key)
    {
        var values = FeelContext.Empty;
        foreach (var mapping in mappings)
            values = values.With(mapping.Target, Expressions.Evaluate(step, mapping.Source, key, values));
        return values;
    }
}
