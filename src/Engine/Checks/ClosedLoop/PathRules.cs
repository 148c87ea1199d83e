using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>The closed-loop rules that hold for every path: the evaluation, and the clock up to the answer.</summary>
internal static class PathRules
{
    public static void Check(Process process, CompileContext context)
    {
        if (process.ClosedLoop.Evaluation) Walk(process, context, new EvaluationWatch());
        if (!process.ClosedLoop.Clock) return;
        if (process.Elements.Any(element => element.LoopSteps.HasFlag(LoopSteps.Answer)) || process.Elements.Any(element => element.Call is not null && Called(element, context).Clock))
            Walk(process, context, new ClockWatch(process));
        else
            context.Problems.Error("no-answer-step", "Expected a step marked as the answer, as the clock rule is switched on, but there is none.", process.Root);
    }

    private static void Walk(Process process, CompileContext context, LoopWatch watch)
    {
        var game = new LoopGame(process, watch, new SteeringVariables(process, Given(process, context)), element => Called(element, context));
        var walk = new LoopWalk(process, game, watch);
        foreach (var (broken, path) in walk.Run()) context.Problems.Error(broken.Rule, broken.But, broken.Place!, TrialSteps.Of(process, path));
        if (!walk.IsWhole)
            context.Problems.Warning("closed-loop-bound", $"Expected to walk every path of {process.Id}, but it has too many states: the closed-loop rules hold as far as it was walked.", process.Root);
    }

    /// <summary>A called flow keeps its own promises: what it is held to itself is done when it is done.</summary>
    private static ClosedLoopRules Called(Element element, CompileContext context)
    {
        if (element.Call is not { } call) return ClosedLoopRules.Off;
        if (call.Flow != context.Flow) return context.Callable.GetValueOrDefault(call.Process)?.Processes.GetValueOrDefault(call.Process)?.ClosedLoop ?? ClosedLoopRules.Off;
        var xml = context.Bpmn.Processes.FirstOrDefault(own => own.Id() == call.Process);
        return xml is null ? ClosedLoopRules.Off : ClosedLoopReader.Rules(xml, [], new ProblemList(""));
    }

    private static HashSet<string> Given(Process process, CompileContext context)
    {
        var given = context.Forms.Values.SelectMany(form => Forms.FormFields.Flatten(form.Fields)).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var element in process.Elements)
            given.UnionWith(new[] { element.ResultVariable, element.Loop?.ItemVariable, element.Loop?.OutputVariable }.OfType<string>().Concat(element.Inputs.Select(input => input.Target)).Concat(element.DataObjects));
        return given;
    }
}
