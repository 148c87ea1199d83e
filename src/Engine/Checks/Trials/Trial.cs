using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Tries every run of a process, whatever its data, and tells what can go wrong, the nearest example of each.</summary>
internal static class Trial
{
    /// <param name="isCalled">True: who calls it catches its errors.</param>
    public static IReadOnlyList<Finding> Of(Process process, Writes writes, LetOut letOut, bool isCalled)
    {
        var oracle = new Oracle();
        var trial = new TrialProcess(process, oracle, writes, letOut).Build();
        var explorer = new Explorer(trial, oracle, new Writers(process, writes), isCalled);
        explorer.Run();
        var shortening = new Shortening(new Player(trial, explorer.World, oracle));
        var found = explorer.Found.Concat(NoEnds(explorer, trial)).DistinctBy(fault => (fault.Kind, fault.ElementId))
            .Select(fault => new Finding(fault.Kind, fault.ElementId, fault.Detail, shortening.Of(fault.Kind, fault.ElementId, fault.Node, explorer.StartOf)))
            .ToList();
        if (explorer.GaveUp) found.Add(new Finding(FindingKind.GaveUp, process.Id, explorer.Nodes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), []));
        else if (found.Count == 0) found.AddRange(NeverReached(process, explorer));
        return found;
    }

    /// <summary>Where a run can go to but from where none comes to an end.</summary>
    private static IEnumerable<(FindingKind Kind, string ElementId, string? Detail, TrialNode Node)> NoEnds(Explorer explorer, Process trial)
    {
        if (explorer.GaveUp) return [];
        var ending = new HashSet<TrialNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<TrialNode>(explorer.Ends);
        while (open.TryPop(out var node))
            if (ending.Add(node))
                foreach (var before in node.Previous) open.Push(before);
        return explorer.Nodes.Where(node => !ending.Contains(node) && (node.Before is null || node.Previous.Exists(ending.Contains)))
            .Select(node => (explorer.IsStuck(node) ? FindingKind.Stuck : FindingKind.NoEnd, Place(node, trial), (string?)null, node));
    }

    private static string Place(TrialNode node, Process trial)
    {
        var state = node.Point.Case;
        foreach (var scope in state.Elements.Values)
            if (!scope.Tokens.IsEmpty && trial.Elements[trial.FindFlow(scope.Tokens[0])!.Target] is var target)
                return target.Id;
        return state.Elements.Values.Last().ElementId.Split(TrialCall.Mark)[0];
    }

    /// <summary>Only the first of a path, and not what is drawn so that nothing leads there: another rule tells of that.</summary>
    private static IEnumerable<Finding> NeverReached(Process process, Explorer explorer)
    {
        var drawn = ReachabilityRule.Reached(process);
        var next = process.Elements.Where(element => explorer.Reached.Contains(element.Id)).SelectMany(element => Ways.From(process, element).Concat(element.Children)).ToHashSet();
        return process.Elements
            .Where(element => element.Index > 0 && element.Kind != ElementKind.CompensationBoundaryEvent && drawn.Contains(element.Index) && !explorer.Reached.Contains(element.Id))
            .Where(element => next.Contains(element.Index) && IsFirst(process, element, explorer))
            .Select(element => new Finding(FindingKind.NeverReached, element.Id, null, []));
    }

    /// <summary>Something that was reached leads there, or nothing has to: it stands in its scope by itself.</summary>
    private static bool IsFirst(Process process, Element element, Explorer explorer) =>
        element.Incoming.IsEmpty || element.Incoming.Any(flow => explorer.Reached.Contains(process.Elements[process.Flows[flow].Source].Id));
}
