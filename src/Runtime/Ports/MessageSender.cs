using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;
using CaseFlow.Engine;
using CaseFlow.Runtime.Messages;

namespace CaseFlow.Runtime.Ports;

internal sealed class MessageSender(Messenger messenger) : IMessageSender
{
    public Task SendAsync(string key, string tenant, string message, string correlationKey, JsonObject variables, string activity, CancellationToken cancel) =>
        messenger.SendAsync(new Message(tenant, key, message, correlationKey, FeelNodes.Context(variables), new Actor(ActorKind.Activity, activity)), cancel);
}
