using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Storage.Sqlite;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage;

/// <summary>Whoever writes to the file of SQLite waits for the turn, and gives it on.</summary>
public sealed class SqliteTurnTests
{
    public static TheoryData<string> Writers => ["save", "update", "sql", "claim"];

    [Theory, MemberData(nameof(Writers))]
    public async Task A_context_writes_when_its_turn_has_come(string writer)
    {
        await using var bureau = await Bureau.OpenAsync();
        var turn = await bureau.Get<SqliteTurn>().TakeAsync(default);

        var writing = WriteAsync(bureau, writer);

        // Nothing but the turn holds it up: a read comes through meanwhile.
        await using (var context = bureau.Database.OpenUnscoped()) Assert.Equal(0, await context.Messages.IgnoreQueryFilters().CountAsync());
        Assert.False(writing.IsCompleted);
        turn.Dispose();
        await writing;
        using var free = await bureau.Get<SqliteTurn>().TakeAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
    }

    [Fact]
    public async Task A_save_that_fails_gives_the_turn_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        await SaveAsync(bureau);

        await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(bureau));

        using var free = await bureau.Get<SqliteTurn>().TakeAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
    }

    /// <summary>It would hold the file and wait for a turn whose holder waits for the file.</summary>
    [Fact]
    public async Task A_transaction_that_a_context_begins_is_refused_at_once()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var context = bureau.Database.OpenUnscoped();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => context.Database.BeginTransactionAsync());

        Assert.Contains(nameof(IBulkTransactions), refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => context.Database.BeginTransaction());
        await SaveAsync(bureau);
        await using var bulk = await bureau.Get<IBulkTransactions>().BeginAsync(default);
        Assert.Equal(1, await bulk.ExecuteAsync("delete from data_protection_keys", [], default));
    }

    [Fact]
    public async Task Gives_the_turn_to_the_next_once_however_often_it_is_disposed()
    {
        using var turn = new SqliteTurn();
        var first = await turn.TakeAsync(default);
        first.Dispose();
        first.Dispose();
        using var second = await turn.TakeAsync(default);

        Assert.False(turn.TakeAsync(default).IsCompleted);
    }

    private static async Task WriteAsync(Bureau bureau, string writer)
    {
        await using var context = bureau.Database.OpenUnscoped();
        switch (writer)
        {
            case "save":
                await SaveAsync(bureau);
                break;
            case "update":
                await context.Messages.IgnoreQueryFilters().ExecuteDeleteAsync();
                break;
            case "sql":
                await context.Database.ExecuteSqlRawAsync("delete from messages");
                break;
            case "claim":
                await bureau.Get<Leases>().ClaimStartsAsync(bureau.Time.GetUtcNow(), TimeSpan.FromMinutes(1), 10, default);
                break;
        }
    }

    private static async Task SaveAsync(Bureau bureau)
    {
        await using var context = bureau.Database.OpenUnscoped();
        context.DataProtectionKeys.Add(new DataProtectionKeyRecord { Id = 7, FriendlyName = "k", Xml = "<k/>" });
        await context.SaveChangesAsync();
    }
}
