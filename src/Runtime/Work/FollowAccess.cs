using System.Text;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Work;

/// <summary>Opens a case to whoever has its number and follow code.</summary>
internal sealed class FollowAccess(Database database, CaseAccess access)
{
    public async Task<OpenedCase?> OpenAsync(string number, string code, CancellationToken cancel)
    {
        var wanted = number.Normalize(NormalizationForm.FormKC).Trim();
        var found = await FindAsync(wanted, cancel);
        foreach (var (tenant, id, hash) in found)
            if (FollowCodes.Matches(code.Normalize(NormalizationForm.FormKC), hash))
                return await access.OpenAsync(tenant, id, fresh: true, cancel);
        // As long as a wrong code takes: the time must not tell which numbers exist.
        if (found.Count == 0) FollowCodes.Matches(code, null);
        return null;
    }

    /// <summary>Numbers are unique in a tenant; each tenant is asked by its index.</summary>
    private async Task<List<(string Tenant, Guid Id, byte[]? Hash)>> FindAsync(string number, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var tenants = await context.Units.IgnoreQueryFilters().Where(unit => unit.Parent == null).Select(unit => unit.Tenant).Distinct().ToListAsync(cancel);
        var found = new List<(string, Guid, byte[]?)>();
        foreach (var tenant in tenants)
            foreach (var tables in CaseTables.Both(context))
                if (await tables.Cases.IgnoreQueryFilters().Where(row => row.Tenant == tenant && row.Number == number).Select(row => new { row.Id, row.FollowCodeHash }).SingleOrDefaultAsync(cancel) is { } row)
                    found.Add((tenant, row.Id, row.FollowCodeHash));
        return found;
    }
}
