using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CaseFlow.TestSupport;

/// <summary>Waiting for the thing itself, in tests whose parts run by themselves: other processes, nodes, browsers.</summary>
internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static async Task UntilAsync(string what, Func<Task<bool>> holds) => await UntilAsync(holds, held => held, Limit, what);

    /// <summary>Reads until what was read is as it should be, and gives it back.</summary>
    /// <exception cref="TimeoutException">It did not become so.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> readAsync, Func<T, bool> holds, TimeSpan limit, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        var clock = Stopwatch.StartNew();
        using var poll = new PeriodicTimer(Between);
        while (true)
        {
            if (await readAsync() is var read && holds(read)) return read;
            if (clock.Elapsed > limit) throw new TimeoutException($"Expected that {what}, but after {limit.TotalSeconds} s it is not so.");
            await poll.WaitForNextTickAsync();
        }
    }
}
