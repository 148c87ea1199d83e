using System.Diagnostics;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// Whom a small group of commits waits for: as many as were under way at once since the last group was taken. Those who were answered a
/// moment ago most often come back with their next step. A caller who is alone, or comes after a pause, never waits.
/// </summary>
/// <param name="enough">A group of so many goes at once; 0: every group does.</param>
/// <param name="patience">How long after the last group's answers they are waited for. A few milliseconds, of the machine: where a test lets the office's time stand still, a group would wait for ever.</param>
internal sealed class Company(int enough, TimeSpan patience)
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
    public void Answered() => _answered = Stopwatch.GetTimestamp();

    /// <summary>How many make the next group worth while. Asked once for each.</summary>
    public int Expected()
    {
        lock (_counting)
        {
            var most = _most;
            _most = _underWay;
            return Math.Min(enough, most);
        }
    }

    /// <summary>Whole milliseconds that are left to wait for them; 0 and less: none.</summary>
    public int Patience() => (int)Math.Ceiling((patience - Stopwatch.GetElapsedTime(_answered)).TotalMilliseconds);
}
