using CaseFlow.Runtime.Storage.Commits;
using Npgsql;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>Finds out what became of a commit whose connection broke before the answer came: the case's chain tells.</summary>
internal sealed class UnknownOutcome(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>How long a server may be away, restarting say, before the caller is told that it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private const string HashAt = "select (select hash from case_events where case_id = $1 and sequence = $2), (select max(sequence) from case_events where case_id = $1)";

    public long Begin() => time.GetTimestamp();

    /// <summary>Patience has ended.</summary>
    public bool IsOver(long began) => time.GetElapsedTime(began) >= Patience;

    /// <param name="began">From <see cref="Begin"/>, when the connection broke: those who broke together wait together.</param>
    /// <returns>What came of it; null: it was not written, and may be.</returns>
    /// <exception cref="StorageUnavailableException">The server stays away.</exception>
    public async Task<CommitResult?> SettleAsync(CaseCommit commit, long began)
    {
        while (true)
        {
            try
            {
                return await LookAsync(commit);
            }
            catch (NpgsqlException) when (!IsOver(began))
            {
                await Task.Delay(Between, time);
            }
            catch (NpgsqlException e)
            {
                throw StorageUnavailableException.Unknown($"answer within {Patience.TotalSeconds} s", e);
            }
        }
    }

    private async Task<CommitResult?> LookAsync(CaseCommit commit)
    {
        await using var command = source.CreateCommand(HashAt);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = commit.CaseId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = commit.Events[^1].Sequence });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        if (!reader.IsDBNull(0) && reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(commit.HeadHash)) return CommitResult.Committed;
        var last = reader.IsDBNull(1) ? 0 : reader.GetInt64(1);
        return last == commit.Expected ? null : CommitResult.Conflict;
    }
}
