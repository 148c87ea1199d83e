using System.Threading.Channels;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Whom a small group of commits waits for: those who were answered a moment ago most often come back with their next step. A caller
/// who is alone, or comes after a pause, never waits.
/// </summary>
/// <param name="enough">A group of so many goes at once; 0: every group does.</param>
/// <param name="patience">How long after the last group's answers they are waited for. A few milliseconds.</param>
internal sealed class Company(int enough, TimeSpan patience, TimeProvider time)
{
    private int _expected;
    private long _answered;

    /// <summary>A group was written.</summary>
    /// <param name="waiting">Commits that came meanwhile.</param>
    public void Answered(int group, int waiting) => (_expected, _answered) = (Math.Min(enough, group + waiting), time.GetTimestamp());

    public async Task GatherAsync(List<PendingCommit> group, ChannelReader<PendingCommit> coming)
    {
        if (group.Count >= _expected) return;
        var left = patience - time.GetElapsedTime(_answered);
        if (left <= TimeSpan.Zero) return;
        using var until = new CancellationTokenSource(left, time);
        try
        {
            while (group.Count < _expected && await coming.WaitToReadAsync(until.Token))
                while (group.Count < _expected && coming.TryRead(out var pending)) group.Add(pending);
        }
        catch (OperationCanceledException)
        {
            // They stayed away: the group goes as it is.
        }
    }
}
