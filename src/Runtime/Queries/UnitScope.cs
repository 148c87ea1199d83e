using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>
/// How rows of a unit and below are asked for, so that an index gives their order. A range of paths would not: all rows in it would be read
/// and sorted. So a few units are asked one by one; with more, the tenant's rows are walked in order, of which most rows fit.
/// </summary>
internal sealed class UnitScope(UnitDirectory directory)
{
    /// <summary>Up to so many units are asked one by one.</summary>
    private const int MostUnits = 64;

    public async Task<IReadOnlyList<IQueryable<CaseRecord>>> CasesAsync(CaseTables tables, string tenant, string path, CancellationToken cancel)
    {
        var cases = tables.Cases.IgnoreQueryFilters([ScopeFilters.Unit]);
        return await PathsAsync(tenant, path, cancel) is { } units
            ? [.. units.Select(unit => cases.Where(row => row.UnitPath == unit))]
            : [cases.Where(row => row.UnitPath.StartsWith(path))];
    }

    public async Task<IReadOnlyList<IQueryable<TaskRecord>>> TasksAsync(CaseFlowDbContext context, string tenant, string path, CancellationToken cancel)
    {
        var tasks = context.Tasks.AsNoTracking().IgnoreQueryFilters([ScopeFilters.Unit]);
        return await PathsAsync(tenant, path, cancel) is { } units
            ? [.. units.Select(unit => tasks.Where(row => row.UnitPath == unit))]
            : [tasks.Where(row => row.UnitPath.StartsWith(path))];
    }

    /// <summary>Null: too many.</summary>
    private async Task<List<string>?> PathsAsync(string tenant, string path, CancellationToken cancel)
    {
        var tree = await directory.TreeAsync(tenant, cancel);
        var units = tree.Units.Where(unit => unit.Path.StartsWith(path, StringComparison.Ordinal)).Select(unit => unit.Path).Take(MostUnits + 1).ToList();
        return units.Count > MostUnits ? null : units;
    }
}
