using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Cases that another one names, archived ones too.</summary>
internal static class LinkedCases
{
    public static async Task<Dictionary<Guid, CaseListRow>> ReadAsync(CaseFlowDbContext context, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, CaseListRow>();
        if (ids.Count == 0) return found;
        foreach (var tables in CaseTables.Both(context))
            foreach (var row in await tables.Cases.Where(row => ids.Contains(row.Id)).Select(CaseListRow.Of(tables.Archived)).ToListAsync(cancel))
                found.TryAdd(row.Id, row);
        return found;
    }
}
