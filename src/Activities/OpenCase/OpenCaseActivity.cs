using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.OpenCase;

/// <summary>Opens a case of another flow and links it with this one.</summary>
public sealed class OpenCaseActivity(ICaseOpening opening, ICaseLinks links) : IActivity
{
    private static readonly string[] Own = ["flow", "role", "back", "variables"];

    public static ActivityDescription Described { get; } = new(
        "open-case", new("新立案件", "Open a case"), new("用另一流程新立一个案件,并与本案件关联。", "Opens a case of another flow and links both."),
        [
            new("flow", new("流程", "Flow"), new("流程的键,即其文件夹名。", "The flow's key: its folder's name."), Required: true),
            new("role", new("新案件是本案件的", "What the new case is to this one"), new("例如 project。默认 related。", "For instance project; related when not given.")),
            new("back", new("本案件是新案件的", "What this case is to the new one"), new("默认按上一项对应:project 对 need,parent 对 child。", "Follows from the other: project and need, parent and child.")),
            new("variables", new("变量", "Variables"), new("新案件的变量;其他设置各为一个变量,例如 title。", "Variables of the new case; each further setting is one, such as title.")),
        ],
        new("number 和 caseId。", "number and caseId."), TakesAnySetting: true);

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        var role = call.Text("role") ?? LinkRoles.Related;
        var opened = await opening.OpenAsync(call.Key, call.Tenant, call.CaseId, call.RequiredText("flow"), Variables(call), cancel);
        await links.LinkAsync(call.CaseId, opened.CaseId, role, call.Text("back") ?? LinkRoles.Opposite(role), Described.Type, cancel);
        return new Completed(new JsonObject { ["number"] = opened.Number, ["caseId"] = opened.CaseId.ToString() });
    }

    private static JsonObject Variables(ActivityCall call)
    {
        var variables = call.Settings["variables"] is JsonObject given ? given.DeepClone().AsObject() : [];
        foreach (var (name, value) in call.Settings)
            if (!Own.Contains(name))
                variables[name] = value?.DeepClone();
        if (variables["unit"] is null && call.Variable("unit") is { } unit) variables["unit"] = unit;
        return variables;
    }
}
