using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>For any number of nodes on one database.</summary>
public sealed class PostgresCaseFlowDbContext(DbContextOptions<PostgresCaseFlowDbContext> options) : CaseFlowDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        StoredEnums.AsText(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TimeConverter>();
        // Byte order, as on SQLite: unit paths are searched by prefix, and keys page alike on both.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var feed = builder.Entity<CaseEventRecord>();
        feed.Property(row => row.Position).UseIdentityAlwaysColumn();
        feed.Property(row => row.TransactionId).HasDefaultValueSql("pg_current_xact_id()::text::bigint");
    }

    /// <summary>Npgsql takes only UTC for <c>timestamptz</c>.</summary>
    internal sealed class TimeConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        time => time.ToUniversalTime(), value => value);
}
