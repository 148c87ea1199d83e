using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Migrating;

/// <summary>Which elements of the new version could continue one of the old one: of its kind and repeating alike. Where they stand is the plan's matter.</summary>
public static class MigrationChoices
{
    /// <summary>Ids in the file's order; empty when nothing can.</summary>
    public static ImmutableArray<string> For(FlowPackage from, FlowPackage to, string elementId)
    {
        var old = from.Processes.Values.Select(process => process.Find(elementId)).FirstOrDefault(element => element is not null);
        if (old is null) return [];
        return
        [
            .. to.Processes.Values.OrderBy(process => process.Id != to.MainProcess).ThenBy(process => process.Id, StringComparer.Ordinal).SelectMany(process => process.Elements)
                .Where(element => Compatibility.SameKind(old, element) && Compatibility.LoopDifference(old.Loop, element.Loop) is null).Select(element => element.Id),
        ];
    }
}
