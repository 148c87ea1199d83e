using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>A called process can start by itself.</summary>
internal static class CallRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements.Where(element => element.Call is not null))
        {
            var called = element.Call!.Flow == context.Flow
                ? null
                : context.Callable.GetValueOrDefault(new CallTarget(element.Call.Process, element.Call.VersionTag).Key)?.Processes.GetValueOrDefault(element.Call.Process);
            if (called is not null && called.Root.Entries.IsEmpty)
                context.Problems.Error("called-start", $"Expected process {element.Call.Process} called by {element.Id} to have a none start event, but it has none.", element);
        }
    }
}
