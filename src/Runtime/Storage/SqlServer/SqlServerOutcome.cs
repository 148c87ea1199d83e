using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.SqlClient;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>Finds out what became of a commit whose connection broke before the answer came: the case's chain tells.</summary>
internal sealed class SqlServerOutcome(string connectionString, TimeProvider time)
{
    public const string Sql = "select (select hash from case_events where case_id = @id and sequence = @sequence), (select max(sequence) from case_events where case_id = @id)";

    /// <summary>How long a server may be away, restarting say, before the caller is told that it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    /// <returns>What came of it; null: it was not written, and may be.</returns>
    /// <exception cref="StorageUnavailableException">The server stays away.</exception>
    public async Task<CommitResult?> SettleAsync(CaseCommit commit)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await LookAsync(commit);
            }
            catch (SqlException) when (time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Between, time);
            }
            catch (SqlException e)
            {
                throw StorageUnavailableException.Unknown($"answer within {Patience.TotalSeconds} s", e);
            }
        }
    }

    private async Task<CommitResult?> LookAsync(CaseCommit commit)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(Sql, connection);
        command.Parameters.Add(SqlServerValues.Parameter("@id", ("case_id", StoredType.Id), commit.CaseId));
        command.Parameters.Add(SqlServerValues.Parameter("@sequence", ("sequence", StoredType.Whole), commit.Events[^1].Sequence));
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        if (!reader.IsDBNull(0) && reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(commit.HeadHash)) return CommitResult.Committed;
        var last = reader.IsDBNull(1) ? 0 : reader.GetInt64(1);
        return last == commit.Expected ? null : CommitResult.Conflict;
    }
}
