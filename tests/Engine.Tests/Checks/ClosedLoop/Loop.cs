using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Checks.ClosedLoop;

/// <summary>Small flows with closed-loop rules switched on.</summary>
internal static class Loop
{
    public const string Rate = "<userTask id=\"rate\"><extensionElements><caseflow:evaluation by=\"reporter\" of=\"outcome\" /></extensionElements></userTask>";
    public const string Reply = "<userTask id=\"reply\"><extensionElements><caseflow:loopStep as=\"answer\" /></extensionElements></userTask>";
    public const string Clock = "<caseflow:clock id=\"promise\" name=\"p\" stop=\"reply\" rule=\"elapsed-hours\" amount=\"24\" />";

    /// <summary>Errors as <c>rule element</c>, each followed by its trial run as <c>kind element</c>.</summary>
    /// <param name="rules">Attributes of the closed loop.</param>
    /// <param name="elements">Flows are drawn with <c>a->b</c>, several on a line.</param>
    public static IEnumerable<string> Errors(string rules, string elements, string flows, string process = "", params (string Name, string Text)[] forms)
    {
        var head = $"<extensionElements><caseflow:closedLoop {rules} />{process}</extensionElements>";
        var result = Given.Read([Given.Files(head + elements + Drawn(flows)), .. forms]);
        return result.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(Told);
    }

    /// <summary>Sequence flows from a shorthand: <c>a->b</c>, or <c>a->b?condition</c> without blanks.</summary>
    private static string Drawn(string flows) => string.Concat(flows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(flow =>
    {
        var parts = flow.Split("->");
        var target = parts[1].Split('?');
        var condition = target.Length == 1 ? "" : $"<conditionExpression>{target[1]}</conditionExpression>";
        return $"<sequenceFlow id=\"{parts[0]}--{target[0]}\" sourceRef=\"{parts[0]}\" targetRef=\"{target[0]}\">{condition}</sequenceFlow>";
    }));

    private static string Told(Problem problem) => string.Concat(
        $"{problem.Rule} {problem.ElementId}", string.Concat(problem.Steps.Select(step => $"; {step.Kind.ToString().ToLowerInvariant()} {step.ElementId}")));
}
