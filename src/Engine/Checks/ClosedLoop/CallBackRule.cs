using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>Who handled the case doesn't call back: every call-back task names every handling task in its <c>not</c>.</summary>
internal static class CallBackRule
{
    public static void Check(Process process, CompileContext context)
    {
        if (!process.ClosedLoop.CallBack) return;
        var callBacks = process.Elements.Where(element => element.UserTask is not null && element.LoopSteps.HasFlag(LoopSteps.CallBack)).ToList();
        var handling = process.Elements.Where(element => element.UserTask is not null && element.LoopSteps.HasFlag(LoopSteps.Handling)).ToList();
        if (callBacks.Count == 0) context.Problems.Error("no-call-back-step", "Expected a task marked as the call-back, as the call-back rule is switched on, but there is none.", process.Root);
        if (handling.Count == 0) context.Problems.Error("no-handling-step", "Expected a task marked as handling, as the call-back rule is switched on, but there is none.", process.Root);
        foreach (var callBack in callBacks)
            if (handling.Where(task => !callBack.UserTask!.Not.Contains(task.Id)).Select(task => task.Id).ToList() is { Count: > 0 } missing)
                context.Problems.Error("call-back-by-handler", $"Expected {callBack.Id} to keep out whoever handled the case, but not=\"…\" lacks {string.Join(", ", missing)}.", callBack);
    }
}
