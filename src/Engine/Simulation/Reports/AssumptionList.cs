using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Reports;

/// <summary>What the scenario left open, and what was taken for it: a sentence each.</summary>
internal static class AssumptionList
{
    private const int MostNamed = 6;

    public static ImmutableArray<string> Of(SimulationModel model) => [.. Sentences(model).OfType<string>()];

    private static IEnumerable<string?> Sentences(SimulationModel model)
    {
        var (scenario, defaults) = (model.Scenario, model.Scenario.Defaults);
        if (scenario.Arrivals.IsEmpty) yield return $"Arrivals: {Number(defaults.PerDay)} a day, at any hour.";
        yield return Named(
            "Staff", $"{defaults.People} people in office hours", model.Teams.Select(team => team.Name).Where(team => !scenario.Staff.ContainsKey(team)).Select(team => team.Length == 0 ? "(no team)" : team));
        yield return "A team is one pool of people for the whole area, whatever the case's unit; nobody is in two teams; tasks are taken oldest first.";
        yield return Steps(model, $"Working time {defaults.Task.Describe()}", StepKinds.IsStaffTask, step => step?.Duration is null);
        yield return Steps(model, $"Answered by the resident with probability {Percent(defaults.Resident.Chance)}, after {defaults.Resident.Duration!.Describe()}", element => IsResident(element), step => step?.Chance is null || step.Duration is null);
        yield return Steps(model, $"Button pressed with probability {Percent(defaults.Action.Chance)}", element => element.Action is not null, step => step?.Chance is null);
        yield return Steps(model, $"Activity runs {defaults.Service.Describe()} and succeeds", IsService, step => step?.Duration is null);
        yield return Steps(model, $"Message comes with probability {Percent(defaults.Message.Chance)}, after {defaults.Message.Duration!.Describe()}", IsMessage(model), step => step?.Chance is null || step.Duration is null);
        yield return $"Entered values: a field's default value with probability {Percent(defaults.DefaultValue)}, otherwise each option alike; an optional box ticked with probability {Percent(defaults.Ticked)}; other optional texts left empty.";
    }

    private static bool IsResident(Element element) => element.UserTask?.Audience == TaskAudience.Reporter;

    private static bool IsService(Element element) => element.Kind is ElementKind.ServiceTask or ElementKind.SendTask && (element.Activity is not null || element.Kind == ElementKind.ServiceTask);

    private static Func<Element, bool> IsMessage(SimulationModel model) => element =>
        element.Action is null && element.Event switch
        {
            MessageDefinition message => !IsSent(element) && !IsStart(element) && !model.Sends(SubscriptionKind.Message, message.Name),
            SignalDefinition signal => !IsSent(element) && !IsStart(element) && !model.Sends(SubscriptionKind.Signal, signal.Name),
            _ => element.Kind == ElementKind.ReceiveTask,
        };

    private static bool IsSent(Element element) => element.Kind.IsThrowEvent() || element.Kind.IsEndEvent() || element.Kind == ElementKind.SendTask;

    private static bool IsStart(Element element) => element.Kind.IsStartEvent() && element.Parent == 0;

    private static string? Steps(SimulationModel model, string what, Func<Element, bool> which, Func<StepPlan?, bool> open) =>
        Named(what, null, model.Steps.Select(step => step.Element).Where(which).Where(element => open(model.Given(element))).Select(element => element.Id));

    private static string? Named(string what, string? value, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0) return null;
        var shown = string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more" : "");
        return value is null ? $"{what}: {shown}." : $"{what}: {value}: {shown}.";
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double? share) => (share ?? 1).ToString("0.##", CultureInfo.InvariantCulture);
}
