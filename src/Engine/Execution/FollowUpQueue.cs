using System.Collections.Immutable;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>What the step still has to do, oldest first. A queue and not recursion: a loop in the model can't exhaust the stack.</summary>
internal sealed class FollowUpQueue
{
    private readonly Queue<FollowUp> _queue = new();

    public bool IsEmpty => _queue.Count == 0;

    public void Add(FollowUp followUp) => _queue.Enqueue(followUp);

    public bool TryTake(out FollowUp? followUp) => _queue.TryDequeue(out followUp);

    public ImmutableArray<FollowUp> TakeAll()
    {
        var all = _queue.ToImmutableArray();
        _queue.Clear();
        return all;
    }
}
