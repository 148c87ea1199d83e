using System.Collections.Concurrent;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Keeps what is committed, so that a raw writer can write the very same rows.</summary>
internal sealed class RecordingDatabase(ICaseDatabase inner) : ICaseDatabase
{
    /// <summary>Puts itself between the runtime and its database.</summary>
    public static void Adapt(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(ICaseDatabase));
        services.RemoveAll<ICaseDatabase>();
        services.AddSingleton(host => new RecordingDatabase((ICaseDatabase)ActivatorUtilities.CreateInstance(host, inner.ImplementationType!)));
        services.AddSingleton<ICaseDatabase>(host => host.GetRequiredService<RecordingDatabase>());
    }

    public ConcurrentDictionary<Guid, ConcurrentQueue<CaseCommit>> Commits { get; } = new();

    public Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel) => inner.ReadAsync(caseId, cancel);

    public Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel)
    {
        Commits.GetOrAdd(commit.CaseId, _ => new()).Enqueue(commit);
        return inner.CommitAsync(commit, cancel);
    }
}
