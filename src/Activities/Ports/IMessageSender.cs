using System.Text.Json.Nodes;

namespace CaseFlow.Activities.Ports;

/// <summary>Sends messages to cases; one that comes before its wait is kept for it.</summary>
public interface IMessageSender
{
    /// <param name="key">Names the message: sent again, it is taken once.</param>
    /// <param name="activity">Type of the activity that sends.</param>
    Task SendAsync(string key, string tenant, string message, string correlationKey, JsonObject variables, string activity, CancellationToken cancel);
}
