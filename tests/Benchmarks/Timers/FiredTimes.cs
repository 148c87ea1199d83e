using System.Collections.Concurrent;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Benchmarks.Timers;

/// <summary>Notes when each fired timer was durable.</summary>
internal sealed class FiredTimes(ICaseDatabase inner) : ICaseDatabase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _durable = new();
    private int _conflicts;

    /// <summary>Puts itself between the runtime and its database.</summary>
    public static void Adapt(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(ICaseDatabase));
        services.RemoveAll<ICaseDatabase>();
        services.AddSingleton(host => new FiredTimes((ICaseDatabase)ActivatorUtilities.CreateInstance(host, inner.ImplementationType!)));
        services.AddSingleton<ICaseDatabase>(host => host.GetRequiredService<FiredTimes>());
    }

    public IReadOnlyDictionary<Guid, DateTimeOffset> Durable => _durable;

    /// <summary>Commits that another node was faster than.</summary>
    public int Conflicts => _conflicts;

    public Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel) => inner.ReadAsync(caseId, cancel);

    public Task<IReadOnlyList<(Guid CaseId, StoredCase Case)>> ReadManyAsync(IReadOnlyList<Guid> cases, CancellationToken cancel) => inner.ReadManyAsync(cases, cancel);

    public async Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel)
    {
        var result = await inner.CommitAsync(commit, cancel);
        if (result is CommitResult.Conflict) Interlocked.Increment(ref _conflicts);
        if (result is CommitResult.Committed && commit.Cause == "fire-timer") _durable[commit.CaseId] = TimeProvider.System.GetUtcNow();
        return result;
    }

    public void Clear() => _durable.Clear();

    public ValueTask DisposeAsync() => inner is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;
}
