namespace CaseFlow.Engine.Reading;

/// <summary>A lane gives its user tasks their team, unless they name one: the lane's own caseflow:assignment, else its name.</summary>
internal static class LaneReader
{
    public static void Run(ProcessDraft draft, CompileContext context)
    {
        foreach (var lane in draft.Xml.Descendants(BpmnXml.Bpmn + "lane"))
        {
            ExtensionNames.Check(lane, context.Problems);
            var team = lane.Extension("assignment")?.Attr("team") ?? lane.Attr("name");
            if (string.IsNullOrWhiteSpace(team)) continue;
            foreach (var reference in lane.Elements(BpmnXml.Bpmn + "flowNodeRef")) Give(draft, reference.Value.Trim(), team);
        }
    }

    /// <summary>A subprocess in the lane brings its tasks with it.</summary>
    private static void Give(ProcessDraft draft, string elementId, string team)
    {
        if (draft.Find(elementId) is not { } element) return;
        if (element.UserTask is { Team: null, Assignee: null, Audience: State.TaskAudience.Staff } task)
            draft.Change(element.Index, changed => changed with { UserTask = task with { Team = team } });
        foreach (var child in element.Children) Give(draft, draft.Elements[child].Id, team);
    }
}
