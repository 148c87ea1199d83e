using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Watching;

/// <summary>How much waits, counted up to a bound so that asking costs the same however much it is.</summary>
/// <param name="Due">Rows whose time has come.</param>
/// <param name="OldestUnsent">How long the oldest outbox row that may be sent has waited; null: none waits.</param>
internal sealed record QueueLengths(int Due, int Outbox, int DeadLetters, int Messages, TimeSpan? OldestUnsent)
{
    /// <summary>Means this many or more.</summary>
    public const int Most = 10_000;

    public static readonly QueueLengths None = new(0, 0, 0, 0, null);

    public static async Task<QueueLengths> ReadAsync(Database database, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var outbox = context.Outbox.IgnoreQueryFilters();
        var unsent = outbox.Where(row => row.DeadAt == null && row.NotBefore <= now);
        var oldest = await unsent.OrderBy(row => row.NotBefore).Select(row => (DateTimeOffset?)row.NotBefore).FirstOrDefaultAsync(cancel);
        return new QueueLengths(
            await context.DueRows.IgnoreQueryFilters().Where(row => row.VisibleAt <= now).Take(Most).CountAsync(cancel),
            await unsent.Take(Most).CountAsync(cancel),
            await outbox.Where(row => row.DeadAt != null).Take(Most).CountAsync(cancel),
            await context.Messages.IgnoreQueryFilters().Where(row => row.ExpiredAt == null).Take(Most).CountAsync(cancel),
            now - oldest);
    }
}
