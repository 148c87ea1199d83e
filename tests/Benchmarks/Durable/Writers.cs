using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Writes recorded steps with a kind of writer: a transaction a step by some clients, or in groups.</summary>
internal static class Writers
{
    /// <param name="cases">Each case's steps in order.</param>
    public static async Task<Laps> OneByOneAsync(Func<Task<IStepWriter>> open, List<List<CaseCommit>> cases, int clients)
    {
        var (laps, next) = (new Laps(), -1);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            await using var writer = await open();
            while (Interlocked.Increment(ref next) is var at && at < cases.Count)
                foreach (var step in cases[at])
                    await laps.MeasureAsync(() => writer.WriteAsync([step]));
        })));
        laps.Stop();
        return laps;
    }

    /// <summary>One connection, a transaction for as many steps as there are clients.</summary>
    public static async Task<Laps> GroupedAsync(Func<Task<IStepWriter>> open, List<List<CaseCommit>> cases, int clients)
    {
        await using var writer = await open();
        var laps = new Laps();
        for (var step = 0; step < cases.Max(steps => steps.Count); step++)
            foreach (var group in cases.Where(steps => steps.Count > step).Select(steps => steps[step]).Chunk(clients))
                await laps.MeasureAsync(() => writer.WriteAsync(group), group.Length);
        laps.Stop();
        return laps;
    }

    public static Func<Task<IStepWriter>> Raw(DatabaseProvider provider, string connection) => provider is DatabaseProvider.Sqlite
        ? () => Task.FromResult<IStepWriter>(new RawSqliteWriter(connection))
        : async () => await RawPostgresWriter.OpenAsync(connection);
}
