using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>
/// A process with its data taken out, for the engine to run as it runs any other: conditions ask the oracle, timers are due at once,
/// a call activity is a subprocess that waits and then ends in whatever the called process may end in.
/// </summary>
internal sealed class TrialProcess(Process process, Oracle oracle, Writes writes, LetOut letOut)
{
    private const int MostInstances = 2;

    private readonly TrialConditions _conditions = new(process, oracle);

    public Process Build()
    {
        var elements = process.Elements.Select(Without).ToList();
        var flows = process.Flows.Select(flow => flow.Condition is null ? flow : flow with { Condition = _conditions.Of(flow) }).ToList();
        foreach (var element in process.Elements)
            if (element.Call is not null)
                new TrialCall(elements, flows, oracle).Open(elements[element.Index], letOut.Errors(element.Call), letOut.Escalations(element.Call));
        return new Process(process.Flow, true, [.. elements], [.. flows], [], ClosedLoopRules.Off);
    }

    private Element Without(Element element) => element with
    {
        Kind = DoesNothing(element) ? ElementKind.UntypedTask : element.Kind,
        Event = Without(element, element.Event),
        UserTask = null,
        Activity = null,
        Script = null,
        Decision = null,
        ResultVariable = null,
        AdHoc = element.AdHoc is { Completion: { } completion } adHoc ? adHoc with { Completion = Asked(completion, () => oracle.Decide(element.Id)) } : element.AdHoc,
        Loop = element.Loop is { } loop ? Without(element, loop) : null,
        Inputs = [],
        Outputs = Outputs(element),
        DataObjects = [],
        Form = null,
        Action = null,
        StageOrder = null,
        ClockCommands = [],
        StartsClocks = [],
        StopsClocks = [],
        Closure = null,
    };

    private static bool DoesNothing(Element element) =>
        element.Kind == ElementKind.ScriptTask || element is { Kind: ElementKind.BusinessRuleTask, Decision: not null }
        || element is { Kind: ElementKind.SendTask, Event: not null, Activity: null };

    private EventDefinition? Without(Element element, EventDefinition? definition) => definition switch
    {
        // What doesn't interrupt may come again, so that having come once makes no other state.
        TimerDefinition when !element.Interrupting => new TimerDefinition(null, null, Expression.Constant("R/PT1H"), null),
        TimerDefinition => new TimerDefinition(null, Expression.Constant("PT1H"), null, null),
        MessageDefinition when element.Kind == ElementKind.SendTask => null,
        MessageDefinition message => message with { Correlation = null },
        ConditionDefinition condition => new ConditionDefinition(Asked(condition.Condition, () => oracle.Fires == element.Id)),
        _ => definition,
    };

    private LoopDefinition Without(Element element, LoopDefinition loop) => new(
        loop.Kind, null, null, loop.Kind == LoopKind.Standard ? null : Count(element, loop),
        loop.Completion is null ? null : Asked(loop.Completion, () => oracle.Decide(element.Id)), null, null,
        loop.Condition is null ? null : Asked(loop.Condition, () => oracle.Decide(element.Id)),
        loop.TestBefore, loop.Maximum is { } maximum ? Math.Min(maximum, MostInstances) : null);

    /// <summary>None, one or two instances stand for any number; a number that the model itself gives is kept when it is less.</summary>
    private Expression Count(Element element, LoopDefinition loop)
    {
        if (loop.Cardinality is { } cardinality && Literal(cardinality) is { } number) return Expression.Constant(Math.Min(number, MostInstances).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Expression.Asked("count", () => new Feel.FeelNumber((1 + oracle.Ask(element.Id, MostInstances + 1)) % (MostInstances + 1)));
    }

    private static int? Literal(Expression cardinality) => int.TryParse(cardinality.Text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;

    private ImmutableArray<Mapping> Outputs(Element element) => !_conditions.AnyShared || writes.Of(element) is { Count: 0 }
        ? []
        : [new Mapping(Expression.Asked("writes", () => oracle.Wrote(writes.Of(element))), "written")];

    private static Expression Asked(Expression instead, Func<bool> answer) => Expression.Asked(instead.Text, () => Feel.FeelValue.From(answer()));
}
