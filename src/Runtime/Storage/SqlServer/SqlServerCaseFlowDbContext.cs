using System.Buffers.Binary;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>For any number of nodes on one database.</summary>
public sealed class SqlServerCaseFlowDbContext(DbContextOptions<SqlServerCaseFlowDbContext> options) : CaseFlowDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        StoredEnums.AsText(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<IdConverter>().HaveColumnType("binary(16)");
        configurationBuilder.Properties<decimal>().HavePrecision(28, 10);
        // Order by code points, as on the others: unit paths are searched by prefix, and keys page alike on all.
        configurationBuilder.Properties<string>().UseCollation(SqlServerLengths.Collation);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        SqlServerLengths.Apply(builder);
        var feed = builder.Entity<CaseEventRecord>();
        feed.Property(row => row.Position).ValueGeneratedOnAdd().UseIdentityColumn();
        // The server's own counter of writes: MIN_ACTIVE_ROWVERSION() tells which of its values an open transaction may still show.
        feed.Property(row => row.TransactionId).HasConversion<MarkConverter>().HasColumnType("rowversion").ValueGeneratedOnAddOrUpdate();
    }

    /// <summary>Bytes that sort as the numbers do. The feed's beginning is a negative number, which as bytes would come after every other: it is 0, below the first mark.</summary>
    internal sealed class MarkConverter() : ValueConverter<long, byte[]>(mark => Bytes(mark), bytes => BinaryPrimitives.ReadInt64BigEndian(bytes))
    {
        private static byte[] Bytes(long mark)
        {
            var bytes = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(mark, 0));
            return bytes;
        }
    }

    /// <summary>The bytes as written: uniqueidentifier would sort by its last bytes, which is neither the order of time nor that of the other databases.</summary>
    internal sealed class IdConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
}
