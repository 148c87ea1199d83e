using System.Collections.Immutable;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Recorded;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Learning;

/// <summary>
/// Learns durations, probabilities and arrivals from recorded cases. A task's working time is the office's open time from its claim to its completion;
/// a task nobody claimed teaches none, as its waiting can't be told from its work. People are not learnt.
/// </summary>
public sealed class Learner
{
    private readonly Dictionary<string, Element> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormDefinition> _forms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ElementRecord> _records = new(StringComparer.Ordinal);
    private readonly WorkingCalendar _office;
    private readonly ArrivalRecord _arrivals;
    private Shifts? _shifts;

    public Learner(FlowPackage flow, IWorld world)
    {
        _office = world.Calendar(null);
        _arrivals = new ArrivalRecord(_office.Zone);
        foreach (var package in FlowClosure.Of(flow, world))
            foreach (var element in package.Processes.Values.SelectMany(process => process.Elements))
                if (_elements.TryAdd(element.Id, element) && (element.UserTask?.Form ?? element.Form ?? element.Action?.Form) is { } key && package.Forms.TryGetValue(key, out var form))
                    _forms[element.Id] = form;
    }

    public void Add(RecordedCase recorded)
    {
        if (recorded.Events.IsEmpty) return;
        _arrivals.Add(recorded.Events[0].At);
        _shifts ??= new Shifts(_office, DateOnly.FromDateTime(recorded.Events[0].At.UtcDateTime).AddYears(-1));
        var open = new Dictionary<long, DateTimeOffset>();
        var claimed = new Dictionary<long, DateTimeOffset>();
        for (var i = 0; i < recorded.Events.Length; i++) Read(recorded, i, open, claimed);
    }

    /// <summary>The scenario with what was learnt for all that it doesn't say itself.</summary>
    public Scenario Teach(Scenario scenario) => scenario with
    {
        Arrivals = scenario.Arrivals.IsEmpty && _arrivals.Plan() is { } plan ? [plan] : scenario.Arrivals,
        Steps = _records.Where(entry => _elements.ContainsKey(entry.Key)).Aggregate(scenario.Steps, (steps, entry) =>
            steps.SetItem(entry.Key, Learnt.Of(_elements[entry.Key], entry.Value, steps.GetValueOrDefault(entry.Key)))),
    };

    private void Read(RecordedCase recorded, int index, Dictionary<long, DateTimeOffset> open, Dictionary<long, DateTimeOffset> claimed)
    {
        var (@event, at) = (recorded.Events[index].Event, recorded.Events[index].At);
        switch (@event)
        {
            case ElementActivated e when index < 4 && _elements.GetValueOrDefault(e.ElementId)?.Kind.IsStartEvent() == true: Enter(e.ElementId, GivenValues.OfStart(recorded)); break;
            case TaskCreated e: Opened(e.Task.Key, e.Task.ElementId, at, open); break;
            case TaskClaimed e: claimed[e.TaskKey] = at; break;
            case TaskReleased e: claimed.Remove(e.TaskKey); break;
            case TaskCompleted e: Completed(recorded, index, e, open, claimed); break;
            case JobCreated e: Opened(e.Job.Key, e.Job.ElementId, at, open); break;
            case JobCompleted e: Answered(e.JobKey, e.ElementId, at, open).Attempts++; break;
            case JobFailed e: Failed(e); break;
            case SubscriptionOpened { Subscription: { Kind: not SubscriptionKind.Condition } wait }: Opened(wait.Key, wait.ElementId, at, open); break;
            case MessageReceived e: Came(recorded, index, e, open); break;
        }
    }

    private void Opened(long key, string elementId, DateTimeOffset at, Dictionary<long, DateTimeOffset> open)
    {
        open[key] = at;
        Of(elementId).Opened++;
    }

    private ElementRecord Answered(long key, string elementId, DateTimeOffset at, Dictionary<long, DateTimeOffset> open)
    {
        var record = Of(elementId);
        record.Answered++;
        if (open.TryGetValue(key, out var since)) record.Durations.Add((at - since).TotalSeconds);
        return record;
    }

    private void Completed(RecordedCase recorded, int index, TaskCompleted e, Dictionary<long, DateTimeOffset> open, Dictionary<long, DateTimeOffset> claimed)
    {
        var at = recorded.Events[index].At;
        if (_elements.GetValueOrDefault(e.ElementId)?.UserTask?.Audience == TaskAudience.Reporter) Answered(e.TaskKey, e.ElementId, at, open);
        else if (claimed.TryGetValue(e.TaskKey, out var since)) Of(e.ElementId).Durations.Add(_shifts!.Between(since.UtcTicks, at.UtcTicks) / (double)TimeSpan.TicksPerSecond);
        Enter(e.ElementId, GivenValues.After(recorded, index, e.ElementId));
    }

    private void Failed(JobFailed e)
    {
        var record = Of(e.ElementId);
        record.Attempts++;
        if (e.ErrorCode is { } code) record.Error(code);
        else record.Failed++;
    }

    /// <summary>What stays open after it came may come once more.</summary>
    private void Came(RecordedCase recorded, int index, MessageReceived e, Dictionary<long, DateTimeOffset> open)
    {
        var at = recorded.Events[index].At;
        Answered(e.SubscriptionKey, e.ElementId, at, open);
        Enter(e.ElementId, GivenValues.After(recorded, index, e.ElementId));
        if (_elements.GetValueOrDefault(e.ElementId) is { Interrupting: false }) Opened(e.SubscriptionKey, e.ElementId, at, open);
    }

    private void Enter(string elementId, FeelContext values)
    {
        if (!_forms.TryGetValue(elementId, out var form)) return;
        foreach (var field in form.Flat.Where(field => field.Field.Type is "radio" or "select" or "checkbox" && field.Field.Source is null))
            if (values.Find(field.Key) is { IsNull: false } value)
                Of(elementId).Enter(field.Key, value is FeelString text ? text.Value : value.ToString());
    }

    private ElementRecord Of(string elementId)
    {
        if (!_records.TryGetValue(elementId, out var record)) _records[elementId] = record = new ElementRecord();
        return record;
    }
}
