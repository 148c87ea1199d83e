using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class FreshCacheTests
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch);
    private readonly TaskCompletionSource _open = new();
    private int _readings;

    [Fact]
    public async Task Is_read_once_however_many_ask()
    {
        var cache = Cache();
        var asked = Enumerable.Range(0, 50).Select(_ => cache.OfAsync("a").AsTask()).ToList();
        _open.SetResult();

        Assert.All(await Task.WhenAll(asked), value => Assert.Equal(1, value));

        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => cache.OfAsync("a").AsTask())), value => Assert.Equal(2, value));
    }

    [Fact]
    public async Task Whoever_asks_after_a_change_gets_what_was_read_after_it()
    {
        var cache = Cache();
        var before = cache.OfAsync("a").AsTask();
        cache.Forget("a");
        var after = cache.OfAsync("a").AsTask();
        _open.SetResult();

        Assert.Equal([1, 2], (await Task.WhenAll(before, after)).Order());
        Assert.Equal(await after, await cache.OfAsync("a"));
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_not_kept()
    {
        var cache = new FreshCache<string, int>(TimeSpan.FromSeconds(15), _time, async _ =>
        {
            await _open.Task;
            return Interlocked.Increment(ref _readings) == 1 ? throw new InvalidOperationException("away") : 7;
        });
        var asked = Enumerable.Range(0, 5).Select(_ => cache.OfAsync("a").AsTask()).ToList();
        _open.SetResult();

        foreach (var one in asked) await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        Assert.Equal(7, await cache.OfAsync("a"));
    }

    [Fact]
    public async Task One_who_gives_up_does_not_end_the_reading_for_others()
    {
        var cache = Cache();
        using var impatient = new CancellationTokenSource();
        var gone = cache.OfAsync("a", impatient.Token).AsTask();
        var patient = cache.OfAsync("a").AsTask();
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _open.SetResult();
        Assert.Equal(1, await patient);
    }

    private FreshCache<string, int> Cache() => new(TimeSpan.FromSeconds(15), _time, async _ =>
    {
        var reading = Interlocked.Increment(ref _readings);
        await _open.Task;
        return reading;
    });
}
