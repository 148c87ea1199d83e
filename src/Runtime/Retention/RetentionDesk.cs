using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Retention;

/// <summary>What an operator does about retention: look ahead, run, put cases on legal hold, read what was deleted.</summary>
public sealed class RetentionDesk
{
    private readonly Database _database;
    private readonly ExpiredCases _expired;
    private readonly RetentionRun _run;
    private readonly PersonErasure _erasure;
    private readonly TimeProvider _time;

    internal RetentionDesk(Database database, ExpiredCases expired, RetentionRun run, PersonErasure erasure, TimeProvider time) =>
        (_database, _expired, _run, _erasure, _time) = (database, expired, run, erasure, time);

    /// <summary>How many cases each rule would delete now, and how many people would be erased. Changes nothing.</summary>
    public async Task<RetentionCounts> PreviewAsync(RetentionOptions options, CancellationToken cancel = default)
    {
        var rules = new List<(RetentionRule, long)>();
        foreach (var rule in options.Rules)
        {
            var count = 0L;
            await foreach (var batch in _expired.ReadAsync(options, rule, _time.GetUtcNow(), withEvents: false, cancel)) count += batch.Count;
            rules.Add((rule, count));
        }

        return new RetentionCounts(rules, await _erasure.RunAsync(options, dryRun: true, cancel));
    }

    /// <summary>Erases people, then deletes cases. It can be stopped, and run again.</summary>
    /// <exception cref="IOException">The folder of exports can't be written: what was not exported was not deleted.</exception>
    public async Task<RetentionCounts> RunAsync(RetentionOptions options, CancellationToken cancel = default)
    {
        var people = await _erasure.RunAsync(options, dryRun: false, cancel);
        return new RetentionCounts(await _run.RunAsync(options, cancel), people);
    }

    /// <summary>No rule deletes the case or erases its reporter until it is released. False: there is no such case.</summary>
    public async Task<bool> HoldAsync(string tenant, string number, string reason, string actorId, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        foreach (var tables in CaseTables.Both(context))
        {
            if (await tables.Cases.Where(row => row.Number == number).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel) is not { } id) continue;
            if (await context.CaseHolds.AnyAsync(hold => hold.CaseId == id, cancel)) return true;
            var now = Now;
            context.CaseHolds.Add(new CaseHoldRecord { CaseId = id, Tenant = tenant, Number = number, Reason = reason, ActorId = actorId, At = now });
            context.OfficeActs.Add(OfficeActRecord.Of(tenant, actorId, "case-held", number, reason, now));
            await context.SaveChangesAsync(cancel);
            return true;
        }

        return false;
    }

    /// <summary>False: it was not on hold.</summary>
    public async Task<bool> ReleaseAsync(string tenant, string number, string reason, string actorId, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        if (await context.CaseHolds.SingleOrDefaultAsync(hold => hold.Number == number, cancel) is not { } hold) return false;
        context.CaseHolds.Remove(hold);
        context.OfficeActs.Add(OfficeActRecord.Of(tenant, actorId, "case-released", number, reason, Now));
        try
        {
            await context.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster.
            return false;
        }
    }

    public async Task<IReadOnlyList<HeldCase>> HeldAsync(string tenant, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        return await context.CaseHolds.OrderBy(hold => hold.Number).Select(hold => new HeldCase(hold.Number, hold.Reason, hold.ActorId, hold.At)).ToListAsync(cancel);
    }

    /// <summary>Cases that rules deleted, the last first.</summary>
    public async Task<IReadOnlyList<DeletedCase>> DeletedAsync(string tenant, int most, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        return await context.DeletedCases.OrderByDescending(row => row.DeletedAt).ThenByDescending(row => row.CaseId).Take(most)
            .Select(row => new DeletedCase(row.Number, row.CaseId, row.ClosedAt, row.DeletedAt, row.Rule, row.RuleText, row.ExportFile)).ToListAsync(cancel);
    }

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());
}

/// <param name="People">People whose name, phone and address go.</param>
public sealed record RetentionCounts(IReadOnlyList<(RetentionRule Rule, long Cases)> Rules, long People);

public sealed record HeldCase(string Number, string Reason, string ActorId, DateTimeOffset At);

public sealed record DeletedCase(string Number, Guid CaseId, DateTimeOffset ClosedAt, DateTimeOffset DeletedAt, string Rule, string RuleText, string ExportFile);
