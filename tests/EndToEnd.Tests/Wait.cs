using System.Diagnostics;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>Waiting for the thing itself.</summary>
internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!await holds())
        {
            if (clock.Elapsed > Limit) throw new TimeoutException($"Expected that {what}, but after {Limit.TotalSeconds} s it is not so.");
            await poll.WaitForNextTickAsync();
        }
    }
}
