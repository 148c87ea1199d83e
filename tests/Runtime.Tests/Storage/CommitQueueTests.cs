using System.Collections.Concurrent;
using System.Diagnostics;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class CommitQueueTests : IAsyncDisposable
{
    private static readonly TimeSpan LongerThanTheTest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<int> _groups = [];
    private readonly SemaphoreSlim _mayWrite = new(0);
    private readonly long _began = Stopwatch.GetTimestamp();
    private CommitQueue _queue = null!;

    [Fact]
    public async Task A_lone_caller_never_waits_for_company()
    {
        Open(enough: 10, LongerThanTheTest, mayWrite: 3);
        for (var step = 0; step < 3; step++) await AddAsync();
        Assert.Equal([1, 1, 1], _groups);
        AssertNobodyWaited();
    }

    [Fact]
    public async Task A_small_group_waits_for_those_who_were_answered_a_moment_ago()
    {
        var (first, others) = await TwoGroupsAsync(LongerThanTheTest);
        await first;
        var second = AddAsync();
        _mayWrite.Release(8);
        await Task.WhenAll([.. others, second]);
        Assert.Equal([1, 3], _groups);
    }

    [Fact]
    public async Task When_they_stay_away_the_group_goes_as_it_is()
    {
        var (first, others) = await TwoGroupsAsync(TimeSpan.FromMilliseconds(1));
        _mayWrite.Release(8);
        await Task.WhenAll([first, .. others]);
        Assert.Equal([1, 2], _groups);
    }

    [Fact]
    public async Task A_large_group_goes_at_once()
    {
        var (first, others) = await TwoGroupsAsync(LongerThanTheTest, enough: 2);
        _mayWrite.Release(8);
        await Task.WhenAll([first, .. others]);
        Assert.Equal([1, 2], _groups);
        AssertNobodyWaited();
    }

    [Fact]
    public async Task What_the_writer_throws_answers_those_it_left()
    {
        _queue = new CommitQueue(64, new Company(10, LongerThanTheTest), _ => throw new InvalidOperationException("no"));
        await Assert.ThrowsAsync<InvalidOperationException>(AddAsync);
        await Assert.ThrowsAsync<InvalidOperationException>(AddAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        _mayWrite.Dispose();
    }

    /// <summary>One commit is being written, and two came meanwhile; then it is answered.</summary>
    private async Task<(Task First, List<Task> Others)> TwoGroupsAsync(TimeSpan patience, int enough = 10)
    {
        Open(enough, patience, mayWrite: 0);
        var first = AddAsync();
        await Wait.UntilAsync("the first is being written", () => Task.FromResult(_groups.Count == 1));
        List<Task> others = [AddAsync(), AddAsync()];
        _mayWrite.Release();
        return (first, others);
    }

    private void Open(int enough, TimeSpan patience, int mayWrite)
    {
        if (mayWrite > 0) _mayWrite.Release(mayWrite);
        _queue = new CommitQueue(64, new Company(enough, patience), WriteAsync);
    }

    private async Task WriteAsync(IReadOnlyList<PendingCommit> group)
    {
        _groups.Enqueue(group.Count);
        await _mayWrite.WaitAsync();
        foreach (var pending in group) pending.Answer(CommitResult.Committed);
    }

    private Task<CommitResult> AddAsync() => _queue.AddAsync(Commits.Step(Guid.CreateVersion7(DateTimeOffset.UnixEpoch), 0, [], 1));

    /// <summary>Whoever waits for company that never comes is here only after <see cref="LongerThanTheTest"/>.</summary>
    private void AssertNobodyWaited() => Assert.True(Stopwatch.GetElapsedTime(_began) < LongerThanTheTest, "Expected groups that go at once, but one waited.");
}
