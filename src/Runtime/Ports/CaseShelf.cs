using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ports;

internal sealed class CaseShelf(Database database, CaseStore store) : ICaseShelf
{
    /// <summary>District and street: a case is compared with those of its street.</summary>
    private const int StreetDepth = 2;

    public async Task<CaseText?> FindAsync(string tenant, Guid caseId, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        return await Texts(context.Cases.Where(row => row.Id == caseId)).SingleOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyList<CaseText>> OfKindAsync(CaseText like, bool open, int most, CancellationToken cancel)
    {
        await using var context = database.Open(new ReadScope(like.Tenant, Street(like.UnitPath)));
        var others = context.Cases.Where(row => row.Id != like.CaseId && row.Kind == like.Kind);
        others = open ? others.Where(row => row.Status == CaseStatus.Active) : others.Where(row => row.Status == CaseStatus.Completed);
        return await Texts(others.OrderByDescending(row => row.ReceivedAt).ThenByDescending(row => row.Id).Take(most)).ToListAsync(cancel);
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

    private static IQueryable<CaseText> Texts(IQueryable<CaseRecord> cases) => cases.AsNoTracking().Select(row =>
        new CaseText(row.Id, row.Tenant, row.Number, row.Kind, row.UnitPath, row.Title, row.Description, row.Category, row.Place));
}
