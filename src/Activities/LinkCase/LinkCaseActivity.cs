using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.LinkCase;

/// <summary>Links another case, which is named by its number.</summary>
public sealed class LinkCaseActivity(ICaseLinks links) : IActivity
{
    public static ActivityDescription Described { get; } = new(
        "link-case", new("关联案件", "Link a case"), new("按编号与另一案件关联。", "Links another case by its number."),
        [
            new("number", new("编号", "Number"), new("另一案件的编号。", "The other case's number."), Required: true),
            new("role", new("它是本案件的", "What it is to this one"), new("例如 project。默认 related。", "For instance project; related when not given.")),
            new("back", new("本案件是它的", "What this case is to it"), new("默认按上一项对应。", "Follows from the other.")),
        ],
        new("number 和 caseId。", "number and caseId."));

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        var number = call.RequiredText("number").Trim();
        var role = call.Text("role") ?? LinkRoles.Related;
        if (await links.FindByNumberAsync(call.Tenant, number, cancel) is not { } other)
            return new Failed($"Expected a case with the number {number}, but there is none.", ErrorCode: "no-such-case");
        if (other == call.CaseId) return new Failed($"Expected the number of another case, but {number} is this one.", ErrorCode: "no-such-case");
        await links.LinkAsync(call.CaseId, other, role, call.Text("back") ?? LinkRoles.Opposite(role), Described.Type, cancel);
        return new Completed(new JsonObject { ["number"] = number, ["caseId"] = other.ToString() });
    }
}
