using System.Threading.Channels;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Whom a small group of commits waits for: as many as were under way at once since the last group was taken. Those who were answered a
/// moment ago most often come back with their next step. A caller who is alone, or comes after a pause, never waits.
/// </summary>
/// <param name="enough">A group of so many goes at once; 0: every group does.</param>
/// <param name="patience">How long after the last group's answers they are waited for. A few milliseconds.</param>
internal sealed class Company(int enough, TimeSpan patience, TimeProvider time)
{
    private readonly Lock _counting = new();
    private int _underWay;
    private int _most;
    private long _answered;

    /// <summary>A commit came.</summary>
    public void Came()
    {
        lock (_counting) _most = Math.Max(_most, ++_underWay);
    }

    /// <summary>A commit is about to be answered.</summary>
    public void Left()
    {
        lock (_counting) _underWay--;
    }

    /// <summary>All commits of the group were answered.</summary>
    public void Answered() => _answered = time.GetTimestamp();

    public async Task GatherAsync(List<PendingCommit> group, ChannelReader<PendingCommit> coming)
    {
        var expected = Math.Min(enough, Most());
        if (group.Count >= expected) return;
        var left = patience - time.GetElapsedTime(_answered);
        if (left <= TimeSpan.Zero) return;
        using var until = new CancellationTokenSource(left, time);
        try
        {
            while (group.Count < expected && await coming.WaitToReadAsync(until.Token))
                while (group.Count < expected && coming.TryRead(out var pending)) group.Add(pending);
        }
        catch (OperationCanceledException)
        {
            // They stayed away: the group goes as it is.
        }
    }

    private int Most()
    {
        lock (_counting)
        {
            var most = _most;
            _most = _underWay;
            return most;
        }
    }
}
