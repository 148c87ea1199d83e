using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>Conditional start events of a process. There is no case yet whose data could change: they ask the variables that it is to start with.</summary>
internal static class ConditionalStart
{
    public static bool Has(Process process) => All(process).Any();

    /// <summary>Puts the first event whose condition holds into the command, when no other start is asked for. The answer: none holds.</summary>
    public static Rejected? Choose(Step step, Process process, ref StartCase command)
    {
        var asked = command.StartElement;
        if (asked is null ? !process.Root.Entries.IsEmpty : process.Find(asked)?.Kind != ElementKind.ConditionalStartEvent) return null;
        var values = command.Variables.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var scope = new FeelScope(values, Facts.OnTheWall(step, step.Now));
        var starts = All(process).Where(start => asked is null || start.Id == asked).ToList();
        if (starts.Find(start => Holds(start, scope)) is not { } chosen)
            return new Rejected("condition-not-met", $"Expected the condition of {string.Join(" or ", starts.Select(start => start.Id))} to hold, but it does not.");
        command = command with { StartElement = chosen.Id };
        return null;
    }

    private static IEnumerable<Element> All(Process process) =>
        process.Root.Children.Select(child => process.Elements[child]).Where(child => child.Kind == ElementKind.ConditionalStartEvent);

    private static bool Holds(Element start, FeelScope scope)
    {
        try
        {
            return ((ConditionDefinition)start.Event!).Condition.Evaluate(scope) is FeelBoolean { Value: true };
        }
        catch (FeelLimitException)
        {
            return false;
        }
    }
}
