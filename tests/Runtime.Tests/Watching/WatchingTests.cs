using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CaseFlow.Activities;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Due;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Watching;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Watching;

/// <summary>The meter is the process's: no other test may run beside these.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}

[Collection(AloneCollection.Name)]
public sealed class WatchingTests : IDisposable
{
    private static readonly string Whole = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "w")}
         <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         {Flow("w", "tell")}
         <bpmn:serviceTask id="tell" name="Tell"><bpmn:extensionElements><caseflow:activity type="notify-reporter" retries="0"><caseflow:setting name="text">done</caseflow:setting></caseflow:activity></bpmn:extensionElements></bpmn:serviceTask>
         {Flow("tell", "e")}<bpmn:endEvent id="e" />
         """);

    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measured = [];
    private readonly ConcurrentQueue<string> _published = [];
    private readonly MeterListener _meters = new();

    public WatchingTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != Meters.Name) return;
            _published.Enqueue(instrument.Name);
            listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.Start();
    }

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task Counts_commits_refusals_incidents_and_how_late_due_work_is()
    {
        await using var bureau = await RunAsync();

        Assert.Equal(
            ["start-case", "complete-task", "fire-timer", "fail-job"],
            Of("caseflow.commits").Select(measured => measured.Tags.Replace("caseflow.command=", "", StringComparison.Ordinal)));
        Assert.Equal(["caseflow.code=task-not-open"], Of("caseflow.commands.refused").Select(measured => measured.Tags));
        Assert.Equal([1], Of("caseflow.incidents.opened").Select(measured => measured.Value));
        Assert.Equal([1], Of("caseflow.due.claimed").Select(measured => measured.Value));
        Assert.Equal([60], Of("caseflow.due.lateness").Select(measured => measured.Value));
        Assert.Equal([1, 1, 1, 1], Of("caseflow.commit.group_size").Select(measured => measured.Value));
        Assert.Equal(4, Of("caseflow.commit.duration").Count(measured => measured.Value > 0));
    }

    [Fact]
    public async Task Counts_a_step_that_was_made_again_because_another_node_came_first()
    {
        await using var one = await Bureau.OpenAsync();
        await using var two = await one.SecondNodeAsync();
        await one.PublishAsync("whole", Whole);
        var started = await one.StartAsync("whole");
        await two.StateAsync(started.State.CaseId);
        await two.Get<CaseRunner>().AdvanceAsync(started.State.CaseId, new AddNote(Actor.Staff("u1"), "x", false));

        await one.CompleteAsync(started.State);

        Assert.Equal(["caseflow.command=complete-task"], Of("caseflow.commit.conflicts").Select(measured => measured.Tags));
    }

    [Fact]
    public async Task Tells_how_much_waits_and_for_how_long()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.PublishAsync("whole", Whole);
        await bureau.CompleteAsync((await bureau.StartAsync("whole")).State);
        bureau.Time.Advance(TimeSpan.FromHours(1));
        var watch = bureau.Get<QueueWatch>();
        await watch.ReadAsync(default);
        Assert.Equal(["caseflow.queue=due 1", "caseflow.queue=outbox 0", "caseflow.queue=dead-letters 0", "caseflow.queue=messages 0"], Lengths());

        await bureau.Get<DueSweep>().SweepAsync(default);
        bureau.Time.Advance(TimeSpan.FromSeconds(90));
        await watch.ReadAsync(default);
        Assert.Equal(["caseflow.queue=due 0", "caseflow.queue=outbox 1", "caseflow.queue=dead-letters 0", "caseflow.queue=messages 0"], Lengths());
        Assert.Equal(90, Of("caseflow.outbox.oldest_age").Last().Value);

        await using (var context = bureau.Database.OpenUnscoped())
            await context.Outbox.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(row => row.DeadAt, bureau.Time.Now));
        await bureau.Get<Messenger>().SendAsync(new Message(Tenant, "m1", "paid", "o1", FeelContext.Empty, Actor.System));
        await watch.ReadAsync(default);
        Assert.Equal(["caseflow.queue=due 0", "caseflow.queue=outbox 0", "caseflow.queue=dead-letters 1", "caseflow.queue=messages 1"], Lengths());
        Assert.Equal(0, Of("caseflow.outbox.oldest_age").Last().Value);
    }

    [Fact]
    public async Task Has_the_instruments_that_operators_are_told_of_and_no_others()
    {
        await using var bureau = await RunAsync();
        bureau.Get<QueueWatch>();

        var told = File.ReadLines(Repository.Path("docs/operating.md")).Where(line => line.StartsWith("| `caseflow.", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.Equal(told.Order(StringComparer.Ordinal), _published.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Traces_a_command_with_its_steps_under_it_and_no_persons_data()
    {
        var ended = new ConcurrentQueue<System.Diagnostics.Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var bureau = await RunAsync();

        var commands = ended.Where(trace => trace.OperationName == "caseflow.command").ToList();
        Assert.Equal(["start-case", "complete-task", "complete-task", "fire-timer", "fail-job"], commands.Select(trace => (string)trace.GetTagItem("caseflow.command")!));
        Assert.Equal("task-not-open", commands[2].GetTagItem("caseflow.code"));
        Assert.Equal(["caseflow.advance", "caseflow.commit"], ended.Where(trace => trace.ParentSpanId == commands[1].SpanId).Select(trace => trace.OperationName));
        Assert.Equal("caseflow.due", ended.Single(trace => trace.SpanId == commands[3].ParentSpanId).OperationName);
        Assert.Equal("caseflow.outbox", ended.Single(trace => trace.SpanId == commands[4].ParentSpanId).OperationName);
        string[] known = ["caseflow.activity", "caseflow.attempt", "caseflow.case_id", "caseflow.code", "caseflow.command", "caseflow.rows"];
        Assert.Empty(ended.SelectMany(trace => trace.TagObjects).Select(tag => tag.Key).Except(known));
    }

    /// <summary>A whole case: a task, the same task again, a timer a minute late, an activity that fails for good.</summary>
    private static async Task<Bureau> RunAsync()
    {
        var bureau = await Bureau.OpenAsync(activity: new ScriptedActivity(_ => new Failed("no", Final: true)));
        await bureau.PublishAsync("whole", Whole);
        var started = await bureau.StartAsync("whole");
        await bureau.CompleteAsync(started.State);
        await bureau.Get<CaseRunner>().AdvanceAsync(started.State.CaseId, new CompleteTask(Actor.Staff("u1"), started.State.Tasks.Keys.Single(), FeelContext.Empty));
        bureau.Time.Advance(TimeSpan.FromMinutes(61));
        await bureau.Get<DueSweep>().SweepAsync(default);
        await bureau.Get<OutboxDispatcher>().SweepAsync(default);
        return bureau;
    }

    private List<(string Name, double Value, string Tags)> Of(string name)
    {
        _meters.RecordObservableInstruments();
        return [.. _measured.Where(measured => measured.Name == name)];
    }

    private List<string> Lengths()
    {
        _measured.Clear();
        return [.. Of("caseflow.queue.length").Select(measured => $"{measured.Tags} {measured.Value}")];
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = new List<string>();
        foreach (var tag in tags) words.Add($"{tag.Key}={tag.Value}");
        _measured.Enqueue((instrument.Name, value, string.Join(' ', words)));
    }
}
