using CaseFlow.Activities;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Holds a flow's service tasks against the activities there are: unknown ones, settings that are missing or unknown.</summary>
public static class ActivityCheck
{
    /// <summary>The reading with these problems added, and without its package when there is one.</summary>
    public static FlowReadResult AddTo(FlowReadResult read, IReadOnlyDictionary<string, string> files)
    {
        if (read.Package is null) return read;
        var file = files.Keys.FirstOrDefault(name => name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase)) ?? "flow.bpmn";
        var problems = Problems(read.Package, file).ToList();
        return problems.Count == 0 ? read : new FlowReadResult(null, [.. read.Problems, .. problems]);
    }

    private static IEnumerable<Problem> Problems(FlowPackage package, string file) =>
        from process in package.Processes.Values.OrderBy(process => process.Id, StringComparer.Ordinal)
        from element in process.Elements
        where element.Activity is not null
        from problem in ActivityCatalogue.Check(element.Activity!.Type, [.. element.Activity.Settings.Select(setting => setting.Key)])
        select new Problem(ProblemSeverity.Error, problem.Rule, problem.Message, file, element.Line, element.Id);
}
