using System.Data.Common;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage;

/// <summary>
/// What was answered survives a power cut, for which every connection that writes must sync its log. No killed process shows that: the
/// system keeps what it wrote.
/// </summary>
public sealed class SqliteDurabilityTests
{
    private const string Full = "2";

    public static TheoryData<string, string> Promised => new() { { "synchronous", Full }, { "journal_mode", "wal" } };

    [Theory, MemberData(nameof(Promised))]
    public async Task Of_the_connection_that_writes_steps(string pragma, string value)
    {
        await using var bureau = await Bureau.OpenAsync();
        var id = Guid.CreateVersion7(Commits.At);
        var whenSo = Statement.DemandedUpdate("cases", $"(select cast({pragma} as text) from pragma_{pragma}) = '{value}'", 1, ("title", StoredType.Text), ("id", StoredType.Id));

        Assert.Equal(CommitResult.Committed, await bureau.Get<ICaseDatabase>().CommitAsync(Commits.New(id, "1", new RowWrite(whenSo, "durable", id)), default));
    }

    [Theory, MemberData(nameof(Promised))]
    public async Task Of_the_connections_that_move_and_delete_whole_cases(string pragma, string value)
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var transaction = await bureau.Get<IBulkTransactions>().BeginAsync(default);

        Assert.Equal([value], await transaction.QueryAsync($"pragma {pragma}", [], Text, default));
    }

    [Theory, MemberData(nameof(Promised))]
    public async Task Of_the_connections_of_everything_else(string pragma, string value)
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var one = bureau.Database.OpenUnscoped();
        await one.Database.OpenConnectionAsync();
        await using var other = bureau.Database.OpenUnscoped();
#pragma warning disable VSTHRD103, CA1849 // A save that is not awaited opens its connection in another way.
        other.Database.OpenConnection();
#pragma warning restore VSTHRD103, CA1849

        Assert.Equal(value, await ReadAsync(one, pragma));
        Assert.Equal(value, await ReadAsync(other, pragma));
    }

    private static async Task<string> ReadAsync(CaseFlowDbContext context, string pragma)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"pragma {pragma}";
        return $"{await command.ExecuteScalarAsync()}";
    }

    private static string Text(DbDataReader row) => $"{row.GetValue(0)}";
}
