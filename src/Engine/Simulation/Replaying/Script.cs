using CaseFlow.Engine.Events;
using CaseFlow.Engine.Simulation.Recorded;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>What a recorded case was told, by element: what a replay tells the draft.</summary>
internal sealed class Script
{
    private static readonly HashSet<string> LeftOut = ["set-variables", "mend-variables", "migrate-case", "skip-incident", "retry-incident"];

    private readonly RecordedCase _recorded;
    private readonly Dictionary<string, LinkedList<Answer>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, DateTimeOffset> _opened = [];
    private readonly Dictionary<long, string> _running = [];

    public Script(RecordedCase recorded)
    {
        _recorded = recorded;
        for (var i = 0; i < recorded.Events.Length; i++) Read(i, recorded.Events[i]);
    }

    public Outcome Outcome { get; } = new();

    public RecordedEvent First => _recorded.Events[0];

    public DateTimeOffset LastAt => _recorded.Events[^1].At;

    /// <summary>A person ended the case; null: nobody did.</summary>
    public RecordedEvent? Terminated { get; private set; }

    /// <summary>Commands of the record that a replay does not repeat, by name.</summary>
    public SortedSet<string> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether an activity was still running when the record ends.</summary>
    public bool LeavesRunning(string elementId) => _running.ContainsValue(elementId);

    /// <summary>Takes the next answer for an element; null: the record has no more.</summary>
    public Answer? Take(string elementId)
    {
        if (!_answers.TryGetValue(elementId, out var answers) || answers.First is not { } first) return null;
        answers.RemoveFirst();
        return first.Value;
    }

    /// <summary>Gives back an answer that could not be given: the element was closed before.</summary>
    public void Return(string elementId, Answer answer) => _answers[elementId].AddFirst(answer);

    private void Read(int index, RecordedEvent recorded)
    {
        Outcome.Read(recorded.Event);
        if (LeftOut.Contains(recorded.Cause)) Skipped.Add(recorded.Cause);
        switch (recorded.Event)
        {
            case TaskCreated e: _opened[e.Task.Key] = recorded.At; break;
            case JobCreated e: (_opened[e.Job.Key], _running[e.Job.Key]) = (recorded.At, e.Job.ElementId); break;
            case JobCancelled e: _running.Remove(e.JobKey); break;
            case SubscriptionOpened e: _opened[e.Subscription.Key] = recorded.At; break;
            case TaskCompleted e: Add(index, e.ElementId, e.TaskKey); break;
            case JobCompleted e: Add(index, e.ElementId, e.JobKey); break;
            case JobFailed { ErrorCode: { } code } e: Add(index, e.ElementId, e.JobKey, code); break;
            case MessageReceived e: Add(index, e.ElementId, e.SubscriptionKey); break;
            case SignalReceived e: Add(index, e.ElementId, e.SubscriptionKey); break;
            case ElementActivated e when recorded.Cause == "start-ad-hoc-step" && _recorded.Events[index - 1].Cause != recorded.Cause: Add(index, "start " + e.ElementId, -1); break;
            case CaseClosed when recorded.Cause == "terminate-case": Terminated = recorded; break;
        }
    }

    private void Add(int index, string elementId, long key, string? error = null)
    {
        var recorded = _recorded.Events[index];
        _running.Remove(key);
        if (!_answers.TryGetValue(elementId, out var answers)) _answers[elementId] = answers = [];
        var values = error is null ? GivenValues.After(_recorded, index, elementId) : Feel.FeelContext.Empty;
        answers.AddLast(new Answer(recorded.At, recorded.At - _opened.GetValueOrDefault(key, recorded.At), recorded.Actor, values, error));
    }
}
