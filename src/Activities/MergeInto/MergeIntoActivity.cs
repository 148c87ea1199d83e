using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.MergeInto;

/// <summary>Makes the case follow another one about the same matter: it becomes that one's child.</summary>
public sealed class MergeIntoActivity(ICaseLinks links, IMessageSender messages) : IActivity
{
    public static ActivityDescription Described { get; } = new(
        "merge-into", new("并入主单", "Merge into another case"), new("把本案件并入编号所指的主单,主单随之得到通知。", "Makes this case a child of the one with the number, which is told."),
        [
            new("number", new("主单编号", "Number of the main case"), new("同一事项的另一案件。", "Another case about the same matter."), Required: true),
            new("message", new("通知", "Message"), new("发给主单的消息名,默认不发。", "Name of a message to the main case; none when not given.")),
        ],
        new("number 和 caseId。", "number and caseId."));

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        var number = call.RequiredText("number").Trim();
        if (await links.FindByNumberAsync(call.Tenant, number, cancel) is not { } main || main == call.CaseId)
            return new Failed($"Expected the number of another case, but {number} is not one.", ErrorCode: "no-such-case");
        await links.LinkAsync(call.CaseId, main, LinkRoles.Parent, LinkRoles.Child, Described.Type, cancel);
        if (call.Text("message") is { } message)
            await messages.SendAsync($"{call.Key}:main", call.Tenant, message, number, new JsonObject { ["merged"] = call.Variable("caseNumber") }, Described.Type, cancel);
        return new Completed(new JsonObject { ["number"] = number, ["caseId"] = main.ToString() });
    }
}
