using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ports;

internal sealed class CaseShelf(Database database, UnitScope scope, CaseStore store) : ICaseShelf
{
    /// <summary>District and street: a case is compared with those of its street.</summary>
    private const int StreetDepth = 2;

    public async Task<CaseText?> FindAsync(string tenant, Guid caseId, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        foreach (var tables in CaseTables.Both(context))
            if (await Texts(tables.Cases.Where(row => row.Id == caseId)).SingleOrDefaultAsync(cancel) is { } found)
                return found.Text;
        return null;
    }

    public async Task<IReadOnlyList<CaseText>> OfKindAsync(CaseText like, bool open, int most, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(like.Tenant));
        var found = new List<DatedText>();
        foreach (var cases in await scope.CasesAsync(new CaseTables(context, false), like.Tenant, Street(like.UnitPath), cancel))
        {
            var others = cases.Where(row => row.Id != like.CaseId && row.Kind == like.Kind);
            others = open ? others.Where(row => row.Status == CaseStatus.Active) : others.Where(row => row.Status == CaseStatus.Completed);
            found.AddRange(await Texts(others.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(most)).ToListAsync(cancel));
        }

        return [.. found.OrderByDescending(row => row.At).ThenByDescending(row => row.Text.CaseId.ToString("N"), StringComparer.Ordinal).Take(most).Select(row => row.Text)];
    }

    public async Task<JsonNode?> VariableAsync(Guid caseId, string name, CancellationToken cancel)
    {
        var loaded = await store.LoadAsync(caseId, fresh: false, cancel);
        return loaded?.State.Variables.Find(name) is { } value ? FeelNodes.Node(value) : null;
    }

    private static string Street(string path)
    {
        var codes = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(codes.Take(StreetDepth).Select(code => code + "/"));
    }

    private static IQueryable<DatedText> Texts(IQueryable<CaseRecord> cases) => cases.Select(row =>
        new DatedText(row.ReceivedAt, new CaseText(row.Id, row.Tenant, row.Number, row.Kind, row.UnitPath, row.Title, row.Description, row.Category, row.Place)));

    private sealed record DatedText(DateTimeOffset At, CaseText Text);
}
