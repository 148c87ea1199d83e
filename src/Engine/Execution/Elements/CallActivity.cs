using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>Call activity: the called process runs within the same case, as a scope with variables of its own.</summary>
internal sealed class CallActivityBehavior : ElementBehavior
{
    private const int DeepestCall = 100;

    public override void Enter(Step step, ElementInstance self, Element element)
    {
        var target = element.Call!;
        if (Depth(step, self) > DeepestCall) throw new ModelFault("call-depth", $"Expected calls at most {DeepestCall} deep, but {element.Id} calls {target.Process} yet again.");
        step.Emit(new ProcessCalled(self.Key, element.Id, new CalledProcess(Version(step, self, target), target.Process, element.Inputs.Length > 0)));
        var process = step.InnerProcessOf(step.Get(self.Key));
        ScopeRules.Open(step, self.Key, process.Root);
        ClockRules.StartDefaults(step, self.Key, process);
        ScopeRules.StartEntries(step, self.Key, process, process.Root);
    }

    public override void ChildEnded(Step step, ElementInstance self)
    {
        if (ScopeRules.IsFinished(self)) Lifecycle.Complete(step, self.Key, Result(self, step.ElementOf(self)));
    }

    /// <summary>The version to call. Which one it was stands in the event, so a replay never looks it up again.</summary>
    private static FlowRef Version(Step step, ElementInstance self, CallDefinition target)
    {
        if (target.Binding != CallBinding.Latest || step.World.Newest(target.Process) is not { } newest) return target.Flow;
        return step.World.Flow(newest).Processes[target.Process].Root.Entries.IsEmpty
            ? throw new ModelFault("called-start", $"Expected process {target.Process} of {newest} called by {self.ElementId} to have a none start event, but it has none.")
            : newest;
    }

    /// <summary>What the called process set. With a result variable, all of it under that name.</summary>
    private static FeelContext Result(ElementInstance self, Element element)
    {
        var own = element.Inputs.Select(input => input.Target).Append(self.LoopCounter > 0 ? element.Loop?.ItemVariable : null);
        var set = new FeelContext(self.Variables.Entries.RemoveAll(entry => own.Contains(entry.Key)));
        return element.ResultVariable is { } name ? FeelContext.Empty.With(name, set) : set;
    }

    private static int Depth(Step step, ElementInstance self)
    {
        var depth = 0;
        for (var at = self; at.CallKey != 0; at = step.Get(at.CallKey)) depth++;
        return depth;
    }
}
