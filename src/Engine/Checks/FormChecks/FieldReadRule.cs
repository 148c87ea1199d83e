namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>
/// Warns of a field that nothing reads: its author meant it to decide something. Long text, files and what is marked for people are there to be read by them;
/// case facts stand in lists, and an evaluation's score is counted.
/// </summary>
internal static class FieldReadRule
{
    private static readonly HashSet<string> Facts = ["title", "description", "category", "urgency", "place", "grid", "unit"];
    private static readonly HashSet<string> Evaluation = ["score", "solved", "comment"];

    public static void Check(FormUse use)
    {
        if (use.Askers.Count == 0) return;
        foreach (var field in use.Fields)
            if (field.Field is { ForPeople: false, Personal: null, Type: not ("textarea" or "filepicker") } && !Facts.Contains(field.Key) && !IsRated(use, field.Key) && !use.Reads.Knows(field.Key))
                use.Warn("field-never-read", $"Expected some step, table or condition to read {field.Key}, but none does. If it is for people only, say so: \"properties\": {{ \"for\": \"people\" }}.", field);
    }

    private static bool IsRated(FormUse use, string key) => Evaluation.Contains(key) && use.Askers.Any(asker => asker.UserTask?.Evaluation is not null);
}
