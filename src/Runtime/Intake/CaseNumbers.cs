using System.Collections.Concurrent;
using System.Globalization;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Intake;

/// <summary>
/// Public numbers, <c>yyMMdd-NNNNN</c>, by the tenant's calendar day. A node takes them from the database in blocks, so that the counter is no hot spot;
/// what is left of a block when the node stops is never used.
/// </summary>
internal sealed class CaseNumbers(Database database, IDatabaseDialect dialect)
{
    private const int SmallestBlock = 10;
    private const int LargestBlock = 1000;

    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    public async ValueTask<string> NextAsync(string tenant, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var day = TimeZoneInfo.ConvertTime(now, zone).ToString("yyMMdd", CultureInfo.InvariantCulture);
        var block = _blocks.GetOrAdd(tenant, _ => new Block());
        await block.Gate.WaitAsync(cancel);
        try
        {
            if (block.Day != day) (block.Day, block.Size, block.Next, block.End) = (day, SmallestBlock, 0, 0);
            if (block.Next == block.End) await RefillAsync(tenant, block, cancel);
            return $"{day}-{(block.Next++).ToString("D5", CultureInfo.InvariantCulture)}";
        }
        finally
        {
            block.Gate.Release();
        }
    }

    private async Task RefillAsync(string tenant, Block block, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var (name, size, first) = ($"number:{block.Day}", block.Size, block.Size + 1L);
        var ends = await context.Database.SqlQueryRaw<long>(dialect.MoveCounter, tenant, name, first, size).ToListAsync(cancel);
        (block.Next, block.End, block.Size) = (ends[0] - size, ends[0], Math.Min(size * 2, LargestBlock));
    }

    private sealed class Block
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public string Day { get; set; } = "";

        public int Size { get; set; }

        public long Next { get; set; }

        /// <summary>The first number that is not ours.</summary>
        public long End { get; set; }
    }
}
