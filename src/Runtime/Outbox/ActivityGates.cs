using System.Collections.Concurrent;

namespace CaseFlow.Runtime.Outbox;

/// <summary>A gate for each activity on this node, and one for messages and signals.</summary>
internal sealed class ActivityGates(OutboxOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ActivityGate> _gates = new(StringComparer.Ordinal);

    /// <param name="activity">Empty: messages and signals.</param>
    public ActivityGate Of(string activity) => _gates.GetOrAdd(activity, type => new ActivityGate(options.LimitOf(type), time));
}
