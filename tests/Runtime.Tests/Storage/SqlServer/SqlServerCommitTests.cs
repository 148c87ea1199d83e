using System.Data;
using System.Reflection;
using System.Text;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.SqlServer;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>What is sent to SQL Server, held against its grammar and the schema: there is no server here to send it to.</summary>
public sealed class SqlServerCommitTests
{
    private static readonly Guid Id = Guid.Parse("01930000-0000-7000-8000-00000000000a");

    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Statement> All { get; } = new[] { typeof(Statements), typeof(SqlServerCommit) }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.FieldType == typeof(Statement))
        .ToDictionary(field => field.Name, field => (Statement)field.GetValue(null)!);

    [Theory, MemberData(nameof(Names))]
    public void Writes_every_statement_in_the_servers_language(string name)
    {
        var statement = All[name];
        var sql = SqlServerSql.Of(statement, 3);

        Assert.Equal(Enumerable.Range(3, statement.Parameters.Length).Select(at => $"@p{at}").Order(StringComparer.Ordinal), TransactSql.Parameters(sql));
        Assert.Equal([statement.Table], TransactSql.Tables(sql));
    }

    [Theory, MemberData(nameof(Names))]
    public void Names_columns_that_are_there_and_have_that_type(string name)
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();
        var statement = All[name];
        var table = context.GetService<Microsoft.EntityFrameworkCore.Metadata.IDesignTimeModel>().Model.GetRelationalModel().FindTable(statement.Table, null)!;

        foreach (var column in statement.Parameters)
            Assert.Equal((column.Name, true), (column.Name, Fits(column.Type, table.FindColumn(column.Name.Trim('"'))?.StoreType)));
        if (statement.Key.IsEmpty || statement.Kind is not (StatementKind.Upsert or StatementKind.InsertIfAbsent)) return;
        Assert.Equal(table.PrimaryKey!.Columns.Select(column => column.Name), statement.Key.Select(column => column.Name.Trim('"')));
    }

    [Fact]
    public void Looks_for_a_row_and_keeps_it_before_it_makes_one()
    {
        Assert.Equal(
            "update due_rows with (updlock, serializable) set [due_at] = @p2, [by] = coalesce([by], @p3) where [case_id] = @p0 and [key] = @p1; "
            + "if @@rowcount = 0 insert into due_rows ([case_id], [key], [due_at], [by]) values (@p0, @p1, @p2, @p3);",
            SqlServerSql.Of(Statement.Upsert("due_rows", 2, ("case_id", StoredType.Id), ("key", StoredType.Whole), ("due_at", StoredType.Time), new("\"by\"", StoredType.Text, ColumnRule.KeepStored)), 0));
        Assert.Equal(
            "insert into case_links ([case_id], [other_case_id], [role], [tenant], [at]) select @p0, @p1, @p2, @p3, @p4 "
            + "where not exists (select 1 from case_links with (updlock, serializable) where [case_id] = @p0 and [other_case_id] = @p1 and [role] = @p2);",
            SqlServerSql.Of(Statements.PutLink, 0));
    }

    [Fact]
    public void Sends_a_step_as_one_transaction_that_checks_the_version()
    {
        var commit = Commits.Step(Id, 4, new byte[32], 2, new RowWrite(Statements.DeleteTask, Id, 7L));

        var batch = Assert.Single(SqlServerCommit.Batches(commit));

        var sql = SqlServerCommit.Begin + batch.Text + SqlServerCommit.End;
        Assert.Equal(batch.Parameters.Select(parameter => parameter.ParameterName).Order(StringComparer.Ordinal), TransactSql.Parameters(sql));
        Assert.Equal(["case_events", "cases", "tasks"], TransactSql.Tables(sql));
        Assert.StartsWith(
            "set nocount on; set xact_abort on; begin transaction;\n"
            + "update cases set [updated_at] = @p0, [version] = @p1, [snapshot] = @p2, [head_hash] = @p3 where [id] = @p4 and [version] = @p5; "
            + "if @@rowcount <> 1 throw 50001, N'The case is not at the version that was expected.', 1;\ninsert into case_events ", sql, StringComparison.Ordinal);
        Assert.EndsWith("delete from tasks where [case_id] = @p28 and [task_key] = @p29;\ncommit transaction;", sql, StringComparison.Ordinal);
        Assert.Equal((SqlDbType.Binary, 16, Convert.ToHexStringLower(Id.ToByteArray(true))), (batch.Parameters[28].SqlDbType, batch.Parameters[28].Size, Convert.ToHexStringLower((byte[])batch.Parameters[28].Value)));
    }

    [Fact]
    public void Undoes_a_step_whose_demanded_row_is_another()
    {
        var batch = Assert.Single(SqlServerCommit.Batches(Commits.Step(Id, 4, new byte[32], 1, new RowWrite(Statements.DropOutbox, "1:2"))));

        Assert.Equal(batch.Parameters.Select(parameter => parameter.ParameterName).Order(StringComparer.Ordinal), TransactSql.Parameters(SqlServerCommit.Begin + batch.Text + SqlServerCommit.End));
        Assert.EndsWith("delete from outbox where [key] = @p17 and dead_at is not null; if @@rowcount <> 1 throw 50002, N'A row that the step demands is gone or another.', 1;\n", batch.Text, StringComparison.Ordinal);
        Assert.Equal(CommitResult.Duplicate, SqlServerFaults.ResultOf(SqlServerCommit.NotAsDemanded, ""));
    }

    [Fact]
    public void Splits_a_step_of_very_many_rows_before_the_server_refuses_its_parameters()
    {
        var batches = SqlServerCommit.Batches(Commits.Step(Id, 1, new byte[32], 500));

        Assert.True(batches.Count > 1);
        Assert.All(batches, batch => Assert.InRange(batch.Parameters.Count, 1, 2000));
        Assert.Equal(6 + (500 * 11), batches.Sum(batch => batch.Parameters.Count));
        foreach (var batch in batches) Assert.Equal(batch.Parameters.Select(parameter => parameter.ParameterName).Order(StringComparer.Ordinal), TransactSql.Parameters(batch.Text));
    }

    [Fact]
    public void Gives_texts_of_any_length_types_that_do_not_hang_on_them()
    {
        static (SqlDbType, int, object) Of(StoredColumn column, object? value) => SqlServerValues.Parameter("@p", column, value) is var made ? (made.SqlDbType, made.Size, made.Value) : default;

        Assert.Equal((SqlDbType.NVarChar, 4000, "路灯"), Of(("title", StoredType.Text), "路灯"));
        Assert.Equal((SqlDbType.NVarChar, 4000, DBNull.Value), Of(("title", StoredType.Text), null));
        Assert.Equal((SqlDbType.NVarChar, -1, new string('x', 4001)), Of(("title", StoredType.Text), new string('x', 4001)));
        Assert.Equal((SqlDbType.NVarChar, 4000, new string('x', 300)), Of(("place", StoredType.Text), new string('x', 301)));
        Assert.Equal((SqlDbType.VarBinary, 8000), Of(("snapshot", StoredType.Bytes), Encoding.UTF8.GetBytes("{}")) is var (type, size, _) ? (type, size) : default);
    }

    [Theory]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'pk_case_events'. Cannot insert duplicate key in object 'dbo.case_events'.", CommitResult.Conflict)]
    [InlineData(2627, "违反了 PRIMARY KEY 约束“pk_cases”。不能在对象“dbo.cases”中插入重复键。", CommitResult.Duplicate)]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'pk_cases'. Cannot insert duplicate key in object 'dbo.cases'.", CommitResult.Duplicate)]
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.cases' with unique index 'ix_cases_tenant_number'.", CommitResult.Duplicate)]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'pk_taken_messages'. Cannot insert duplicate key in object 'dbo.taken_messages'.", CommitResult.Duplicate)]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'pk_tasks'. Cannot insert duplicate key in object 'dbo.tasks'.", null)]
    [InlineData(1205, "Transaction was deadlocked.", CommitResult.Conflict)]
    [InlineData(SqlServerCommit.NotAtVersion, "The case is not at the version that was expected.", CommitResult.Conflict)]
    [InlineData(2628, "String or binary data would be truncated in table 'dbo.messages'.", null)]
    internal void Tells_a_faster_node_from_a_number_that_is_taken(int number, string message, CommitResult? result) => Assert.Equal(result, SqlServerFaults.ResultOf(number, message));

    private static bool Fits(StoredType type, string? column) => column is not null && type switch
    {
        StoredType.Id => column == "binary(16)",
        StoredType.Text => column.StartsWith("nvarchar", StringComparison.Ordinal),
        StoredType.Whole => column is "bigint" or "int",
        StoredType.Number => column == "decimal(28,10)",
        StoredType.Time => column == "datetimeoffset",
        StoredType.Bytes => column.StartsWith("varbinary", StringComparison.Ordinal),
        StoredType.Truth => column == "bit",
        _ => false,
    };
}
