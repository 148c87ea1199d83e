using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.Simulation.Statistics;
using CaseFlow.Engine.Simulation.Values;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>A flow and a scenario brought together: every element with its plan, every team with its people.</summary>
internal sealed class SimulationModel
{
    private readonly Dictionary<string, Shifts> _shifts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Team> _teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StepModel> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Process> _processes = new(StringComparer.Ordinal);
    private readonly HashSet<(SubscriptionKind, string)> _sent = [];
    private readonly FieldSources _sources;

    public SimulationModel(FlowPackage flow, IWorld world, Scenario scenario)
    {
        (Flow, World, Scenario) = (flow, new ScenarioWorld(world, scenario), scenario);
        Zone = World.Calendar(null).Zone;
        Begin = ZoneTime.At(Zone, scenario.From.ToDateTime(TimeOnly.MinValue)).UtcTicks;
        End = ZoneTime.At(Zone, scenario.From.AddDays(scenario.Days).ToDateTime(TimeOnly.MinValue)).UtcTicks;
        _sources = new FieldSources(scenario.Directory, scenario.Defaults.DefaultValue, scenario.Defaults.Ticked);
        Packages = FlowClosure.Of(flow, World);
        foreach (var package in Packages)
            foreach (var process in package.Processes.Values)
                foreach (var element in process.Elements)
                    Add(package, process, element);
        foreach (var element in _steps.Values.Select(step => step.Element).OrderBy(element => element.UserTask?.Team, StringComparer.Ordinal))
            if (element.Kind is ElementKind.UserTask or ElementKind.ManualTask && element.UserTask?.Audience != TaskAudience.Reporter)
                Team(element.UserTask?.Team);
    }

    public FlowPackage Flow { get; }

    public IWorld World { get; }

    public Scenario Scenario { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>UTC ticks.</summary>
    public long Begin { get; }

    /// <summary>UTC ticks.</summary>
    public long End { get; }

    /// <summary>The flow and those it calls.</summary>
    public ImmutableArray<FlowPackage> Packages { get; }

    public IEnumerable<StepModel> Steps => _steps.Values;

    public IReadOnlyList<Team> Teams => [.. _teams.Values];

    public StepModel Step(string elementId) => _steps[elementId];

    /// <summary>What stands in for the unit that takes a request in.</summary>
    public string FirstUnit => _sources.Of("units")[0];

    /// <summary>The process an ad-hoc subprocess stands in.</summary>
    public Process? ProcessOf(string elementId) => _processes.GetValueOrDefault(elementId);

    /// <summary>Whether the flow itself sends that message or signal, so that nobody outside has to.</summary>
    public bool Sends(SubscriptionKind kind, string name) => _sent.Contains((kind, name));

    /// <summary>A task without a team is everybody's: it waits for the team without a name.</summary>
    public Team Team(string? name)
    {
        if (_teams.TryGetValue(name ?? "", out var team)) return team;
        return _teams[name ?? ""] = new Team(name ?? "", _teams.Count, [.. People(name ?? "")]);
    }

    public Shifts Shifts(string? calendar)
    {
        if (_shifts.TryGetValue(calendar ?? "", out var shifts)) return shifts;
        return _shifts[calendar ?? ""] = new Shifts(World.Calendar(calendar), Scenario.From);
    }

    private void Add(FlowPackage package, Process process, Element element)
    {
        if (!_steps.TryAdd(element.Id, Model(package, element))) return;
        if (element.AdHoc is not null) _processes[element.Id] = process;
        if (element.Activity is not null) return;
        if (element.Kind is ElementKind.MessageThrowEvent or ElementKind.MessageEndEvent or ElementKind.SendTask && element.Event is MessageDefinition message) _sent.Add((SubscriptionKind.Message, message.Name));
        if (element.Kind is ElementKind.SignalThrowEvent or ElementKind.SignalEndEvent && element.Event is SignalDefinition signal) _sent.Add((SubscriptionKind.Signal, signal.Name));
    }

    private IEnumerable<Person> People(string team)
    {
        var number = 0;
        foreach (var group in Scenario.Staff.GetValueOrDefault(team, [new StaffGroup(Scenario.Defaults.People, null)]))
            for (var i = 0; i < group.People; i++)
                yield return new Person($"{team}-{++number}", Shifts(group.Calendar));
    }

    private StepModel Model(FlowPackage package, Element element)
    {
        var (given, assumed) = (Given(element), StepDefaults.Of(element, Scenario.Defaults));
        var form = element.UserTask?.Form ?? element.Form ?? element.Action?.Form;
        var plan = given is null ? assumed : given with { Chance = given.Chance ?? assumed.Chance, Answer = given.Answer ?? assumed.Answer, Fails = given.Fails ?? assumed.Fails };
        var draft = form is not null && package.Forms.TryGetValue(form, out var definition) ? FormDraft.Of(definition, given, _sources) : FormDraft.Of(given);
        return new StepModel(element, plan, given?.Duration ?? assumed.Duration!, draft, new StepTally(Begin));
    }

    /// <summary>What the scenario says of an element; null: nothing.</summary>
    public StepPlan? Given(Element element) =>
        Scenario.Steps.GetValueOrDefault(element.Id) ?? (element.Activity is { } activity ? Scenario.Activities.GetValueOrDefault(activity.Type) : null);
}
