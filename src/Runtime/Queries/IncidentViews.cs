using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Queries;

/// <summary>What is shown of a case's incidents, and what a person needs for dealing with them.</summary>
internal static class IncidentViews
{
    public static IReadOnlyList<IncidentView> Of(OpenedCase opened) => [.. opened.State.Incidents.Values.Select(incident => Of(opened, incident))];

    private static IncidentView Of(OpenedCase opened, IncidentState incident)
    {
        var instance = opened.State.Elements[incident.ElementKey];
        var element = incident.ElementKey == 0 ? null : opened.Flow.ElementOf(instance);
        var process = opened.Flow.ProcessOf(instance);
        return new IncidentView(incident.Key, incident.ElementId, opened.Flow.NameOf(incident.ElementId), incident.Code, incident.Message, incident.At)
        {
            Ways = element is null || process is null ? [] : Ways(opened, process, element, incident),
            Variables = element is null || process is null ? [] : [.. NamesReadBy(process, element).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => Variable(opened, instance, name))],
        };
    }

    /// <summary>Only where a person has a choice: several ways out, and none taken yet.</summary>
    private static IReadOnlyList<IncidentWay> Ways(OpenedCase opened, Process process, Element element, IncidentState incident) =>
        element.Outgoing.Length < 2 || (incident.Phase != IncidentPhase.Leaving && element.Kind != ElementKind.EventBasedGateway)
            ? []
            : [.. element.Outgoing.Select(index => process.Flows[index]).Select(flow => new IncidentWay(flow.Id, flow.Name, opened.Flow.NameOf(process.Elements[flow.Target].Id)))];

    private static IEnumerable<string> NamesReadBy(Process process, Element element)
    {
        var expressions = element.Outgoing.Select(flow => process.Flows[flow].Condition)
            .Concat(element.Inputs.Select(input => input.Source)).Concat(element.Outputs.Select(output => output.Source))
            .Concat(element.Activity?.Settings.Select(setting => setting.Value) ?? []).Concat(element.ClockCommands.Select(command => command.Amount))
            .Append(element.Script).Append(element.UserTask?.Unit).Append(element.UserTask?.Assignee).Append(element.Loop?.Collection).Append(element.Loop?.Cardinality).Append(element.Loop?.Completion)
            .Concat(element.Event switch
            {
                TimerDefinition timer => [timer.Date, timer.Duration, timer.Cycle, timer.WorkingTime?.Amount],
                MessageDefinition message => [message.Correlation],
                ConditionDefinition condition => [condition.Condition],
                _ => Array.Empty<Expression?>(),
            });
        return expressions.OfType<Expression>().SelectMany(expression => expression.Names);
    }

    private static IncidentVariable Variable(OpenedCase opened, ElementInstance instance, string name)
    {
        for (var at = instance; ; at = opened.State.Elements[at.ScopeKey])
        {
            if (at.Variables.Find(name) is { } value) return new IncidentVariable(name, value is FeelNull ? null : VariableText.Of(value));
            if (at.Key == 0) return new IncidentVariable(name, null);
        }
    }
}
