using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Tasks that others must do independently are user tasks of the process.</summary>
internal static class PerformerRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
            foreach (var id in element.UserTask?.Not ?? [])
                if (process.Find(id) is not { UserTask: not null })
                    context.Problems.Error("unknown-task", $"Expected not=\"…\" of {element.Id} to name user tasks of the process, but {id} is none.", element);
    }
}
