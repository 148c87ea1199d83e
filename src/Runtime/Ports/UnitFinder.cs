using CaseFlow.Activities.Ports;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Ports;

internal sealed class UnitFinder(UnitDirectory directory) : IUnitFinder
{
    public async Task<string?> AboveAsync(string tenant, string from, string kind, CancellationToken cancel)
    {
        var tree = await directory.TreeAsync(tenant, cancel);
        for (var unit = tree.Find(from); unit is not null; unit = tree.Find(unit.Parent))
            if (unit.Kind == kind)
                return unit.Code;
        return null;
    }
}
