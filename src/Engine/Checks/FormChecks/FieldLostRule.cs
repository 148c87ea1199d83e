using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>Warns of a field whose answer is gone when the task is done: a task with outputs passes on only those.</summary>
internal static class FieldLostRule
{
    private static readonly HashSet<string> Evaluation = ["score", "solved", "comment"];

    public static void Check(FormUse use)
    {
        foreach (var task in use.Askers.Where(asker => asker.UserTask is not null && !asker.Outputs.IsEmpty))
            foreach (var field in use.Fields.Where(field => IsLost(task, field)))
                use.Warn("field-value-lost", $"Expected an output of {task.Id} to pass on {field.Key}, but none does: what is answered there is lost when the task is done.", field);
    }

    private static bool IsLost(Element task, FlatField field) =>
        field.Field is { Personal: null, Type: not "filepicker" } && !task.Outputs.Any(output => output.Source.Names.Contains(field.Key))
        && !(task.UserTask!.Evaluation is not null && Evaluation.Contains(field.Key));
}
