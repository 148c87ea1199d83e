using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>The embedded default for one node.</summary>
public sealed class SqliteCaseFlowDbContext(DbContextOptions<SqliteCaseFlowDbContext> options) : CaseFlowDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        StoredEnums.AsText(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<TimeConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<double>();
    }

    /// <summary>Milliseconds since 1970: SQLite has no time type, and its text form of an offset does not sort.</summary>
    internal sealed class TimeConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
}
