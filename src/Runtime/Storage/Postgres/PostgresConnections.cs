using Npgsql;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>
/// The connections that steps are read and written by. Npgsql hands out those of a pool in turn. Were there thirty, each group of commits
/// would meet another process of the server, whose plans and pages have left the processor's caches since its last turn: half the steps a second.
/// </summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    private const int ReadersAtMost = 4;

    /// <summary>A group goes out in one piece; by Npgsql's 8 KB the server would be woken for each.</summary>
    private const int WriteBuffer = 256 * 1024;

    /// <summary>A node that was frozen in a transaction holds its cases until the server ends it, and all other commits of a node stand behind the one that meets such a case.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(3);

    public PostgresConnections(string connection)
    {
        Reading = NpgsqlDataSource.Create(Settings(connection, ReadersAtMost));
        var writing = Settings(connection, 1);
        writing.WriteBufferSize = WriteBuffer;
        writing.Options += $" -c lock_timeout={(int)LockTimeout.TotalMilliseconds}";
        Writing = NpgsqlDataSource.Create(writing);
    }

    /// <summary>A few.</summary>
    public NpgsqlDataSource Reading { get; }

    /// <summary>One: groups are written one after another.</summary>
    public NpgsqlDataSource Writing { get; }

    public async ValueTask DisposeAsync()
    {
        await Writing.DisposeAsync();
        await Reading.DisposeAsync();
    }

    private static NpgsqlConnectionStringBuilder Settings(string connection, int most)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            MinPoolSize = 0,
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            // A plan that was made while a table was small must not scan it when it has grown.
            Options = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off",
        };
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, most);
        return settings;
    }
}
