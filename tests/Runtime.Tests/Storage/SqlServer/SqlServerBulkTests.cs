using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Retention;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>The SQL that archive and retention send by hand, held against SQL Server's grammar and the schema.</summary>
public sealed class SqlServerBulkTests
{
    [Fact]
    public void Writes_every_statement_in_the_servers_language_over_columns_that_are_there()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();
        var tables = context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToDictionary(table => table.Name, table => table.Columns.Select(column => column.Name).ToHashSet());

        foreach (var (sql, parameters) in Statements(context, services.GetRequiredService<IDatabaseDialect>()))
        {
            var named = TransactSql.Tables(sql);
            var known = named.SelectMany(table => tables[table]).ToHashSet();
            Assert.Equal(Enumerable.Range(0, parameters).Select(at => $"@p{at}").Order(StringComparer.Ordinal), TransactSql.Parameters(sql));
            Assert.Equal((sql, ""), (sql, string.Join(", ", Columns(sql).Where(column => !known.Contains(column)))));
        }
    }

    /// <summary>The server numbers rows itself and refuses a mark that is given to it: nothing may be named that it gives.</summary>
    [Fact]
    public void Brings_events_back_with_their_position_and_lets_the_server_mark_them()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();
        var events = MovedTable.All(context).Single(table => table.Daily == "case_events");

        var sql = events.FromArchive("@p0", services.GetRequiredService<IDatabaseDialect>());

        Assert.StartsWith("set identity_insert case_events on; insert into case_events (", sql, StringComparison.Ordinal);
        Assert.EndsWith("; set identity_insert case_events off", sql, StringComparison.Ordinal);
        Assert.Contains("position", Columns(sql));
        Assert.DoesNotContain("transaction_id", Columns(sql));
        Assert.Contains("transaction_id", Columns(events.ToArchive("@p0")));
    }

    [Fact]
    public void Keeps_a_mark_in_the_archive_as_the_number_it_is_read_as()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();

        var mark = context.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(ArchivedCaseEventRecord))!.FindProperty(nameof(CaseEventRecord.TransactionId))!;

        // A rowversion goes into a bigint by itself; another rowversion column would refuse it.
        Assert.Equal("bigint", mark.GetColumnType());
    }

    private static IEnumerable<(string Sql, int Parameters)> Statements(CaseFlowDbContext context, IDatabaseDialect dialect)
    {
        const int Cases = 3;
        var list = BulkTransaction.List(0, Cases);
        yield return (Archiver.Movable(dialect, Cases), 4 + Cases);
        yield return (CaseArchive.Touch, 2);
        yield return (dialect.Lock("id", "archived_cases", "id = @p0"), 1);
        foreach (var table in MovedTable.All(context))
        {
            yield return (table.ToArchive(list), Cases);
            yield return (table.DeleteDaily(list), Cases);
            yield return (table.FromArchive(list, dialect), Cases);
        }

        yield return (RetentionRun.Deletable(dialect, Cases), Cases);
        foreach (var sql in RetentionRun.Deletions(context, Cases)) yield return (sql, Cases);
        yield return (DeletedBatch.InsertRecord, 12);
        yield return (DeletedBatch.LastSeal, 0);
        yield return (DeletedBatch.InsertSeal, 8);
        yield return (DeletedBatch.InsertEntry, 4);
    }

    private static IReadOnlyList<string> Columns(string sql)
    {
        var visitor = new ColumnNames();
        TransactSql.Read(sql).Accept(visitor);
        return [.. visitor.Names.Distinct()];
    }

    private sealed class ColumnNames : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Names.Add(node.MultiPartIdentifier.Identifiers[^1].Value);
    }
}
