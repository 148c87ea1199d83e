using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.MessageLinked;

/// <summary>Sends a message to the cases linked with a role. Each is meant by its own number as the correlation key.</summary>
public sealed class MessageLinkedActivity(ICaseLinks links, IMessageSender messages) : IActivity
{
    public static ActivityDescription Described { get; } = new(
        "message-linked", new("通知关联案件", "Tell linked cases"),
        new("给以某种角色关联的在办案件各发一条消息,关联键是对方的编号。", "Sends a message to each open case linked with the role; the correlation key is that case's number."),
        [
            new("role", new("角色", "Role"), new("对方是本案件的什么,例如 need。", "What the other is to this one, for instance need."), Required: true),
            new("message", new("消息名", "Message"), new("对方在等的消息。", "The message the other waits for."), Required: true),
            new("only", new("只发给", "Only"), new("一个编号;默认所有。", "One number; all when not given.")),
            new("variables", new("内容", "Content"), new("随消息带去的变量。", "Variables that go with the message.")),
        ],
        new("sent:发了几条。", "sent: how many."));

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        var (message, only) = (call.RequiredText("message"), call.Text("only"));
        var variables = call.Settings["variables"] as JsonObject ?? [];
        var sent = 0;
        foreach (var linked in await links.LinkedAsync(call.Tenant, call.CaseId, call.RequiredText("role"), cancel))
        {
            if (!linked.Open || (only is not null && only != linked.Number)) continue;
            await messages.SendAsync($"{call.Key}:{linked.CaseId:N}", call.Tenant, message, linked.Number, variables.DeepClone().AsObject(), Described.Type, cancel);
            sent++;
        }

        return new Completed(new JsonObject { ["sent"] = sent });
    }
}
