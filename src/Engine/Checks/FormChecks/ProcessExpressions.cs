using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>Every expression of a process.</summary>
internal static class ProcessExpressions
{
    public static IEnumerable<Expression> Of(Process process) =>
        process.Flows.Select(flow => flow.Condition).Concat(process.Clocks.Select(clock => clock.Amount)).Concat(process.Elements.SelectMany(Of)).OfType<Expression>();

    private static IEnumerable<Expression?> Of(Element element) =>
    [
        .. OfWork(element), .. OfEvent(element.Event), .. OfLoop(element.Loop),
        .. element.Inputs.Concat(element.Outputs).Select(mapping => mapping.Source),
        .. element.ClockCommands.SelectMany(command => new[] { command.Amount, command.Reason }),
    ];

    private static IEnumerable<Expression?> OfWork(Element element) =>
    [
        element.Script, element.AdHoc?.Completion, element.UserTask?.Unit, element.UserTask?.Assignee, element.UserTask?.Due?.Amount,
        .. element.Activity?.Settings.Select(setting => setting.Value) ?? [],
    ];

    private static IEnumerable<Expression?> OfEvent(EventDefinition? definition) => definition switch
    {
        TimerDefinition timer => [timer.Date, timer.Duration, timer.Cycle, timer.WorkingTime?.Amount],
        MessageDefinition message => [message.Correlation],
        ConditionDefinition condition => [condition.Condition],
        _ => [],
    };

    private static IEnumerable<Expression?> OfLoop(LoopDefinition? loop) =>
        loop is null ? [] : [loop.Collection, loop.Cardinality, loop.Completion, loop.OutputElement, loop.Condition];
}
