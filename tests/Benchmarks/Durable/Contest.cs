using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Runs cases, then has every writer write their rows: the starts unmeasured, the completions measured.</summary>
internal sealed class Contest(DatabaseProvider provider, Store cases, string one, string grouped, IDbContextFactory<CaseFlowDbContext> ef)
{
    private long _position;

    public async Task<Round> RoundAsync(int count, int clients)
    {
        var recorded = cases.Get<RecordingDatabase>();
        recorded.Commits.Clear();
        var ids = await Workload.StartAsync(cases, count, clients);
        var starts = Taken(recorded, ids);
        var ours = await Workload.CompleteAsync(cases, ids, clients);
        var steps = Taken(recorded, ids);
        foreach (var database in new[] { one, grouped }) await Writers.GroupedAsync(Writers.Raw(provider, database), starts, 32);
        await Writers.GroupedAsync(Ef, starts, 32);
        return new Round(
            ours, await Writers.OneByOneAsync(Writers.Raw(provider, one), steps, provider is DatabaseProvider.Sqlite ? 1 : clients),
            await Writers.GroupedAsync(Writers.Raw(provider, grouped), steps, clients), await Writers.OneByOneAsync(Ef, steps, clients));
    }

    private Task<IStepWriter> Ef() =>
        Task.FromResult<IStepWriter>(new EfWriter(ef, provider is DatabaseProvider.Sqlite ? () => Interlocked.Increment(ref _position) : null));

    private static List<List<CaseCommit>> Taken(RecordingDatabase recorded, List<Guid> ids) =>
        [.. ids.Select(id => recorded.Commits.TryRemove(id, out var commits) ? commits.ToList() : [])];
}

/// <summary>What each writer took for the same steps. SQLite's raw writer is one client: a second would only wait for the lock.</summary>
internal sealed record Round(Laps Ours, Laps RawOneByOne, Laps RawGrouped, Laps Ef);
