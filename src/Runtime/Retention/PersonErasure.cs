using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Retention;

/// <summary>
/// Erases name, phone and address of people all of whose cases are closed for so long that their rules say so, none of them on legal hold.
/// Cases name them by id and stay.
/// </summary>
internal sealed class PersonErasure(Database database, TimeProvider time)
{
    private const int PeopleAtOnce = 500;

    /// <param name="dryRun">True: only count.</param>
    /// <returns>How many people.</returns>
    public async Task<long> RunAsync(RetentionOptions options, bool dryRun, CancellationToken cancel)
    {
        var shortest = options.Rules.Min(rule => rule.EraseAfterYears);
        if (shortest is not { } years) return 0;
        var (count, now) = (0L, time.GetUtcNow());
        foreach (var tenant in await TenantsAsync(cancel))
        {
            var last = (At: DateTimeOffset.UnixEpoch, Id: "");
            while (await PageAsync(tenant, now.AddYears(-years), last, cancel) is { Count: > 0 } page)
            {
                last = page[^1];
                var over = await OverAsync(options, tenant, [.. page.Select(person => person.Id)], now, cancel);
                if (!dryRun) foreach (var rule in over.GroupBy(person => person.Rule)) await EraseAsync(tenant, [.. rule.Select(person => person.Id)], rule.Key, now, cancel);
                count += over.Count;
            }
        }

        return count;
    }

    private async Task<List<string>> TenantsAsync(CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        return await context.Units.IgnoreQueryFilters().Where(unit => unit.Parent == null).Select(unit => unit.Tenant).Distinct().OrderBy(tenant => tenant).ToListAsync(cancel);
    }

    private async Task<List<(DateTimeOffset At, string Id)>> PageAsync(string tenant, DateTimeOffset before, (DateTimeOffset At, string Id) last, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var (at, id) = last;
        var rows = await context.People.AsNoTracking().Where(row => row.ErasedAt == null && row.CreatedAt < before)
            .Where(row => row.CreatedAt > at || (row.CreatedAt == at && row.Id.CompareTo(id) > 0))
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(PeopleAtOnce).Select(row => new { row.CreatedAt, row.Id }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.CreatedAt, row.Id))];
    }

    /// <summary>People each of whose cases is closed and past its rule's time, with the rule of the last of them.</summary>
    private async Task<List<(string Id, string Rule)>> OverAsync(RetentionOptions options, string tenant, List<string> people, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var cases = await AsksAsync(context.Cases, people, cancel);
        cases.AddRange(await AsksAsync(context.ArchivedCases, people, cancel));
        var held = await HeldAsync(context, cancel);
        var over = new List<(string, string)>();
        foreach (var person in cases.GroupBy(ask => ask.ReporterId))
        {
            var rules = person.Select(ask => (Ask: ask, Rule: options.For(tenant, ask.Kind, ask.FlowKey))).ToList();
            if (rules.TrueForAll(pair => !held.Contains(pair.Ask.CaseId) && IsOver(pair.Ask, pair.Rule, now))) over.Add((person.Key, rules.MaxBy(pair => pair.Ask.ClosedAt).Rule!.Name));
        }

        return over;
    }

    private static async Task<HashSet<Guid>> HeldAsync(CaseFlowDbContext context, CancellationToken cancel) =>
        [.. await context.CaseHolds.Select(hold => hold.CaseId).ToListAsync(cancel)];

    private static bool IsOver(Ask ask, RetentionRule? rule, DateTimeOffset now) =>
        rule?.EraseAfterYears is { } years && ask.ClosedAt is { } closed && closed < now.AddYears(-years);

    private static async Task<List<Ask>> AsksAsync(IQueryable<CaseRecord> cases, List<string> people, CancellationToken cancel) =>
        await cases.AsNoTracking().Where(row => row.ReporterId != null && people.Contains(row.ReporterId))
            .Select(row => new Ask(row.Id, row.ReporterId!, row.Kind, row.FlowKey, row.Status == CaseStatus.Active ? null : row.ClosedAt)).ToListAsync(cancel);

    private async Task EraseAsync(string tenant, List<string> people, string rule, DateTimeOffset now, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        await context.People.Where(row => people.Contains(row.Id) && row.ErasedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Name, (string?)null).SetProperty(row => row.Phone, (string?)null).SetProperty(row => row.Address, (string?)null)
                .SetProperty(row => row.ErasedAt, now).SetProperty(row => row.ErasedBy, rule), cancel);
    }

    private sealed record Ask(Guid CaseId, string ReporterId, string Kind, string FlowKey, DateTimeOffset? ClosedAt);
}
