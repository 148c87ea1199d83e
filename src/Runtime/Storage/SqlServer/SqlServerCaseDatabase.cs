using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.SqlClient;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>A commit is one command with its own transaction: one round trip. A step of very many rows takes several in one transaction.</summary>
internal sealed class SqlServerCaseDatabase(DatabaseOptions options, FaultPoints faults, TimeProvider time) : ICaseDatabase
{
    private readonly SqlServerOutcome _unknown = new(options.ConnectionString, time);

    public async Task<StoredCase?> ReadAsync(Guid caseId, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await using var command = new SqlCommand("select snapshot, head_hash from cases where id = @id", connection);
        command.Parameters.Add(SqlServerValues.Parameter("@id", ("id", StoredType.Id), caseId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new StoredCase(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    public async Task<CommitResult> CommitAsync(CaseCommit commit, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var batches = SqlServerCommit.Batches(commit);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await SendAsync(batches);
                return CommitResult.Committed;
            }
            catch (SqlException e) when (SqlServerFaults.ResultOf(e.Number, e.Message) is { } result)
            {
                // After a broken connection the first try may have got through after all.
                return attempt == 0 ? result : await _unknown.SettleAsync(commit) ?? result;
            }
            catch (SqlException e) when (SqlServerFaults.IsBroken(e))
            {
                if (await _unknown.SettleAsync(commit) is { } result) return result;
                if (attempt > 0) throw StorageUnavailableException.Unknown("take a step", e);
            }
            catch (SqlException e)
            {
                throw new InvalidOperationException($"Expected rows that fit the step of case {commit.CaseId}, but {e.Message}", e);
            }
        }
    }

    private async Task SendAsync(List<SqlServerBatch> batches)
    {
        faults.Reached(FaultPoints.BeforeCommit);
        // Not cancelled half-way: the caller must learn whether it is durable.
        await using var connection = await OpenAsync(CancellationToken.None);
        if (batches is [var only]) await ExecuteAsync(only, SqlServerCommit.Begin, SqlServerCommit.End, connection, null);
        else await SendManyAsync(batches, connection);
        faults.Reached(FaultPoints.AfterCommit);
    }

    private static async Task SendManyAsync(List<SqlServerBatch> batches, SqlConnection connection)
    {
        await using var transaction = connection.BeginTransaction();
        foreach (var batch in batches) await ExecuteAsync(batch, "set nocount on; set xact_abort on;\n", "", connection, transaction);
        await transaction.CommitAsync();
    }

    private static async Task ExecuteAsync(SqlServerBatch batch, string begin, string end, SqlConnection connection, SqlTransaction? transaction)
    {
        await using var command = new SqlCommand(begin + batch.Text + end, connection, transaction);
        command.Parameters.AddRange([.. batch.Parameters]);
        await command.ExecuteNonQueryAsync();
        // A parameter belongs to one command; the same rows may be sent again.
        command.Parameters.Clear();
    }

    private async Task<SqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqlConnection(options.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch (SqlException e)
        {
            await connection.DisposeAsync();
            throw new StorageUnavailableException($"Expected the database to answer, but {e.Message}", e);
        }
    }
}
