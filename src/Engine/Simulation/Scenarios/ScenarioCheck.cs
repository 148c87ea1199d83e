using System.Collections.Immutable;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Running;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Whether a scenario fits a flow: every name it uses must be one of the flow.</summary>
public static class ScenarioCheck
{
    /// <summary>What doesn't fit, each with its place in the file (<c>$.steps.sign</c>); empty: all is well.</summary>
    /// <param name="calendars">Ids of the calendars beside the flow.</param>
    public static ImmutableArray<string> Run(FlowPackage flow, IWorld world, Scenario scenario, IReadOnlyCollection<string> calendars)
    {
        var packages = FlowClosure.Of(flow, world);
        var elements = packages.SelectMany(package => package.Processes.Values).SelectMany(process => process.Elements).ToLookup(element => element.Id);
        var known = calendars.Concat(scenario.Calendars.Select(calendar => calendar.Id)).ToHashSet(StringComparer.Ordinal);
        var teams = elements.SelectMany(group => group).Select(element => element.UserTask?.Team).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Arrivals(flow, scenario),
            .. Days(scenario),
            .. scenario.Staff.SelectMany(team => Staff(team.Key, team.Value, teams, known)),
            .. scenario.Steps.SelectMany(step => Step(step.Key, step.Value, elements[step.Key].FirstOrDefault(), packages)),
        ];
    }

    private static IEnumerable<string> Arrivals(FlowPackage flow, Scenario scenario)
    {
        if (scenario.Arrivals.IsEmpty && MainStart.Of(flow) is null) yield return "$.arrivals: Expected a start event by which cases arrive, but the flow has none but timers.";
        for (var i = 0; i < scenario.Arrivals.Length; i++)
            if (scenario.Arrivals[i].Start is { } start ? flow.Starts.All(known => known.ElementId != start) : MainStart.Of(flow) is null)
                yield return $"$.arrivals[{i}].start: Expected one of {string.Join(", ", flow.Starts.Select(known => known.ElementId))}, but found '{scenario.Arrivals[i].Start}'.";
    }

    private static IEnumerable<string> Days(Scenario scenario)
    {
        if (scenario.WarmUpDays >= scenario.Days) yield return $"$.warmUpDays: Expected fewer than the {scenario.Days} days, but found {scenario.WarmUpDays}.";
    }

    private static IEnumerable<string> Staff(string team, ImmutableArray<StaffGroup> groups, HashSet<string> teams, HashSet<string> calendars)
    {
        if (!teams.Contains(team) && team.Length > 0) yield return $"$.staff.{team}: Expected a team of the flow ({string.Join(", ", teams.Order(StringComparer.Ordinal))}), but '{team}' is none.";
        for (var i = 0; i < groups.Length; i++)
            if (groups[i].Calendar is { } calendar && !calendars.Contains(calendar))
                yield return $"$.staff.{team}[{i}].calendar: Expected one of {string.Join(", ", calendars.Order(StringComparer.Ordinal))}, but found '{calendar}'.";
    }

    private static IEnumerable<string> Step(string id, StepPlan plan, Element? element, ImmutableArray<FlowPackage> packages)
    {
        if (element is null) return [$"$.steps.{id}: Expected the id of an element of the flow, but there is none."];
        var key = element.UserTask?.Form ?? element.Form ?? element.Action?.Form;
        var form = key is null ? null : packages.Select(package => package.Forms.GetValueOrDefault(key)).FirstOrDefault(known => known is not null);
        return form is null ? [] : plan.Values.SelectMany(value => FieldCheck.Run($"$.steps.{id}.values.{value.Key}", value.Key, value.Value, form));
    }
}
