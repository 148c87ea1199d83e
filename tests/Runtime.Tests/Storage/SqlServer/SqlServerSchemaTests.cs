using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

public sealed class SqlServerSchemaTests
{
    [Fact]
    public void Has_a_migration_for_everything_in_the_model()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Makes_scripts_that_the_server_can_read()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();
        var migrator = context.GetService<IMigrator>();
        string? before = null;
        foreach (var migration in context.Database.GetMigrations())
        {
            Assert.NotEmpty(TransactSql.Read(migrator.GenerateScript(before, migration)).Batches);
            before = migration;
        }

        Assert.NotEmpty(TransactSql.Read(migrator.GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)).Batches);
    }

    /// <summary>The server makes such a table and refuses the row that is too long: nobody would know before.</summary>
    [Fact]
    public void Has_keys_and_indexes_that_hold_their_longest_values()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();
        var model = context.GetService<IDesignTimeModel>().Model;
        var tooLong = new List<string>();
        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var key in entity.GetKeys()) Hold($"{key.GetName()}", key.Properties, 900, tooLong);
            foreach (var index in entity.GetIndexes()) Hold($"{index.GetDatabaseName()}", index.Properties, 1700, tooLong);
        }

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Numbers_events_itself()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();
        var events = context.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(CaseEventRecord))!;

        Assert.Equal(SqlServerValueGenerationStrategy.IdentityColumn, SqlServerPropertyExtensions.GetValueGenerationStrategy(events.FindProperty(nameof(CaseEventRecord.Position))!));
        Assert.Equal(("rowversion", ValueGenerated.OnAddOrUpdate), (events.FindProperty(nameof(CaseEventRecord.TransactionId))!.GetColumnType(), events.FindProperty(nameof(CaseEventRecord.TransactionId))!.ValueGenerated));
        Assert.DoesNotContain(events.GetProperties(), property => property is not { Name: nameof(CaseEventRecord.Position) or nameof(CaseEventRecord.TransactionId) }
            && !SqlServerCommit.InsertEvent.Parameters.Any(column => column.Name == property.GetColumnName()));
    }

    [Theory]
    [InlineData(-1, "0000000000000000")]
    [InlineData(0, "0000000000000000")]
    [InlineData(2001, "00000000000007d1")]
    [InlineData(long.MaxValue, "7fffffffffffffff")]
    public void Has_the_feed_begin_before_the_first_of_the_servers_marks(long mark, string bytes) =>
        Assert.Equal(bytes, Convert.ToHexStringLower((byte[])new SqlServerCaseFlowDbContext.MarkConverter().ConvertToProvider(mark)!));

    [Fact]
    public void Keeps_the_order_of_the_other_databases()
    {
        using var services = SqlServerBureau.Services();
        using var context = services.Context();
        var properties = context.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).ToList();

        Assert.Empty(properties.Where(property => property.GetColumnType().StartsWith("nvarchar", StringComparison.Ordinal) && property.GetCollation() != "Latin1_General_100_BIN2").Select(property => property.ToString()));
        Assert.Empty(properties.Where(property => property.GetColumnType() == "uniqueidentifier").Select(property => property.ToString()));
        Assert.Equal("0193000000007000800000000000000a", Convert.ToHexStringLower(new SqlServerCaseFlowDbContext.IdConverter().ConvertToProvider(Guid.Parse("01930000-0000-7000-8000-00000000000a")) as byte[] ?? []));
    }

    private static void Hold(string name, IReadOnlyList<IReadOnlyProperty> properties, int most, List<string> tooLong)
    {
        var bytes = properties.Sum(Bytes);
        if (bytes > most) tooLong.Add($"{name}: {bytes} bytes");
    }

    private static int Bytes(IReadOnlyProperty property)
    {
        var type = property.GetColumnType()!;
        if (type.StartsWith("nvarchar(", StringComparison.Ordinal)) return type == "nvarchar(max)" ? 100_000 : 2 * property.GetMaxLength()!.Value;
        if (type.StartsWith("varbinary(", StringComparison.Ordinal)) return property.GetMaxLength() ?? 100_000;
        return type.StartsWith("binary(", StringComparison.Ordinal) ? 16 : 10;
    }
}
