using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Storage.SqlServer;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>That the twin looks: the queries themselves are those of all other tests.</summary>
public sealed class QueryTwinTests
{
    [Fact]
    public async Task Sees_the_queries_of_every_test()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var context = bureau.Database.OpenUnscoped();

        await context.Counters.IgnoreQueryFilters().Where(row => row.Next > 1 && row.Name.StartsWith("twin")).OrderBy(row => row.Name).Take(3).ToListAsync();

        Assert.Contains(QueryTwin.Recorder.Sent, sql => sql.Contains("[counters]", StringComparison.Ordinal) && sql.Contains("LIKE N'twin%'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fails_the_test_whose_query_the_server_can_not_answer()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var context = bureau.Database.OpenUnscoped();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => context.Counters.IgnoreQueryFilters().Where(row => EF.Functions.Glob(row.Name, "a*")).CountAsync());

        Assert.StartsWith("Expected a query that SQL Server can answer, but: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_what_signing_in_asks()
    {
        await using var bureau = await Seeded.OpenAsync();
        await using var context = bureau.Database.OpenUnscoped();
        using var store = new UserStore<StaffUser, IdentityRole, CaseFlowDbContext>(context);

        var user = (await store.FindByNameAsync("ADMIN"))!;
        Assert.Equal(user.Id, (await store.FindByIdAsync(user.Id))!.Id);
        Assert.Equal(["admin"], await store.GetRolesAsync(user));
        Assert.Empty(await store.GetClaimsAsync(user));
        Assert.Empty(new DataProtectionKeyStore(bureau.Get<IDbContextFactory<CaseFlowDbContext>>()).GetAllElements());
        foreach (var table in new[] { "staff_users", "user_roles", "user_claims", "data_protection_keys" })
            Assert.Contains(QueryTwin.Recorder.Sent, sql => sql.Contains($"FROM [{table}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Knows_every_claim_and_counter()
    {
        var dialect = new SqlServerDialect();
        foreach (var claim in new[] { Leases.Due, Leases.Outbox, Leases.Starts })
            Assert.Equal([claim.Table, "free"], TransactSql.Tables(Filled(dialect.Claim(claim))).Order(StringComparer.Ordinal).OrderBy(name => name == "free"));
        Assert.Contains("counters", TransactSql.Tables(Filled(dialect.MoveCounter)));
        Assert.Single(TransactSql.Read(dialect.FeedHorizon).Batches);
        Assert.Single(TransactSql.Read(SqlServerMigrationLock.Sql).Batches);
        Assert.Equal(["@id", "@sequence"], TransactSql.Parameters(SqlServerOutcome.Sql));
    }

    private static string Filled(string sql) => string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, "@p0", "@p1", "@p2", "@p3", "@p4");
}
