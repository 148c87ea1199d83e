using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CaseFlow.Activities;
using CaseFlow.Activities.NotifyReporter;
using CaseFlow.Engine;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Feed;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.Runtime.Watching;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;
using Quartz.Extensibility;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>The database goes away under a whole node, as a host starts it: every service lives on, and what fell due meanwhile is done without anybody's help.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ServiceOutageTests
{
    private const int Some = 4;
    private const string Tell =
        """<bpmn:serviceTask id="tell" name="Tell"><bpmn:extensionElements><caseflow:activity type="notify-reporter"><caseflow:setting name="text">done</caseflow:setting></caseflow:activity></bpmn:extensionElements></bpmn:serviceTask>""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Reader Admin = new("admin1", "Admin", Tenant, "", "", [Roles.Admin], []);

    /// <summary>Its activity is in hand when the server stops.</summary>
    private static readonly string Telling = Bpmn($"""<bpmn:startEvent id="s" />{Flow("s", "tell")}{Tell}{Flow("tell", "e")}<bpmn:endEvent id="e" />""");

    /// <summary>Its timer falls due while the server is down; a message waits for what comes after.</summary>
    private static readonly string Waiting = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "w")}
         <bpmn:intermediateCatchEvent id="w"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
         {Flow("w", "tell")}{Tell}{Flow("tell", "m")}
         <bpmn:intermediateCatchEvent id="m"><bpmn:extensionElements><caseflow:correlation key="=order" /></bpmn:extensionElements><bpmn:messageEventDefinition id="md" messageRef="go" /></bpmn:intermediateCatchEvent>
         {Flow("m", "e")}<bpmn:endEvent id="e" />
         """,
        """<bpmn:message id="go" name="go" />""");

    private static readonly string Clocked = Bpmn(
        $"""
         <bpmn:extensionElements><caseflow:clock id="answer" name="Answer" rule="working-days-same-time" amount="2" calendar="office" /></bpmn:extensionElements>
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "e")}<bpmn:endEvent id="e" />
         """);

    [SkippableFact]
    public async Task Every_service_lives_through_it_and_finishes_what_fell_due_by_itself()
    {
        PostgresCluster.SkipWithoutPostgres();
        var server = new PostgresCluster { Durable = true };
        await server.InitializeAsync();
        try
        {
            using var log = new FailureLog();
            var told = new HeldActivity();
            await using var node = await Bureau.OnAsync(await server.NewDatabaseAsync(), null, told, log);
            using var watched = WatchQueues();
            await FillAsync(node);
            await node.RunAsync();
            await told.Begun.WaitAsync(Patience);
            var scheduler = await node.Get<ISchedulerFactory>().GetScheduler();
            await Wait.UntilAsync(() => TickAsync(scheduler), at => at is not null, Patience);

            log.Clear();
            await server.StopAsync();
            node.Time.Advance(TimeSpan.FromHours(1));
            node.Time.Go();
            told.End();
            // Nothing but a commit or Quartz would have it look within this minute.
            node.Get<MessageSignal>().Wake();
            await Wait.UntilAsync(() => Task.FromResult(Unmet(node, log)), unmet => unmet.Count == 0 || Ended(node).Count > 0, Patience);
            await server.StartAsync();

            Assert.Empty(Ended(node));
            // What looks on must not stumble over connections that were cut.
            NpgsqlConnection.ClearPool(new NpgsqlConnection(node.ConnectionString));
            await GoesOnAsync(node, scheduler);
            Assert.Empty(Ended(node));
            await NothingIsLostOrDoubledAsync(node, told);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Cases, their messages, and a changed calendar: each kind of work that a service finishes.</summary>
    private static async Task FillAsync(Bureau node)
    {
        await using (var context = node.Database.Open(ReadScope.Whole(Tenant)))
        {
            context.Calendars.Add(new CalendarRecord { Tenant = Tenant, Id = "office", Content = Office(""), IsDefault = true });
            await context.SaveChangesAsync();
        }

        await node.PublishAsync("telling", Telling);
        await node.PublishAsync("waiting", Waiting);
        await node.PublishAsync("clocked", Clocked);
        await node.StartAsync("clocked");
        for (var n = 0; n < Some; n++)
        {
            await node.StartAsync("telling");
            await node.StartAsync("waiting", Variables(("order", FeelValue.From($"o{n}"))));
            var sent = await node.Get<Messenger>().SendAsync(new Message(Tenant, $"m{n}", "go", $"o{n}", FeelContext.Empty, Actor.System));
            Assert.Equal(MessageFate.Waiting, sent.Fate);
        }

        Assert.Null(await node.Get<CalendarDesk>().SaveAsync(Admin, "office", Office(""", "off": [{ "date": "2026-11-24", "name": { "zh-CN": "停", "en": "Closed" } }]"""), Office(""), "snow"));
    }

    /// <summary>Everything that was left is done, and each service does its part anew.</summary>
    private static async Task GoesOnAsync(Bureau node, IScheduler scheduler)
    {
        var (up, tick) = (node.Time.Now, await TickAsync(scheduler));
        await Wait.UntilAsync(() => LeftAsync(node), left => left == (1, 0, 0, 0), Patience);
        await Wait.UntilAsync(() => node.Get<CalendarDesk>().RecomputationsAsync(Admin), rows => rows is [{ CasesChanged: 1, CasesFailed: 0, FinishedAt: not null }], Patience);
        await Wait.UntilAsync(() => node.Get<NodeRegister>().ListAsync(), rows => rows is [var row] && row.SeenAt > up, Patience);
        await Wait.UntilAsync(() => TickAsync(scheduler), at => at > tick, Patience);

        var heard = new ConcurrentQueue<Guid>();
        using var listening = node.Get<CaseFeed>().Subscribe(Tenant, change => heard.Enqueue(change.CaseId));
        await using var other = await node.SecondNodeAsync();
        other.Time.Now = node.Get<CaseRunner>().Now;
        var started = await other.StartAsync("clocked");
        await Wait.UntilAsync(() => Task.FromResult(heard), all => all.Contains(started.State.CaseId), Patience);
    }

    private static async Task NothingIsLostOrDoubledAsync(Bureau node, HeldActivity told)
    {
        Assert.Empty((await node.Get<ChainVerifier>().VerifyAllAsync()).Faults);
        Assert.Equal(Some * 2, told.Done.Distinct().Count());
        await using var context = node.Database.Open(ReadScope.Whole(Tenant));
        var happened = (await context.CaseEvents.Select(e => e.Type).ToListAsync()).CountBy(type => type).ToDictionary();
        Assert.Equal((Some, Some, Some * 2), (happened["timer-fired"], happened["message-received"], happened["job-completed"]));
    }

    /// <summary>Open cases, the outbox, messages that wait, timers.</summary>
    private static async Task<(int Cases, int Outbox, int Messages, int Timers)> LeftAsync(Bureau node)
    {
        await using var context = node.Database.Open(ReadScope.Whole(Tenant));
        return (
            await context.Cases.CountAsync(row => row.Status == CaseStatus.Active), await context.Outbox.CountAsync(),
            await context.Messages.CountAsync(), await context.DueRows.CountAsync(row => row.Kind == DueKind.Timer));
    }

    /// <summary>What has yet to meet the outage: each service, whoever ends the activity in hand, and Quartz.</summary>
    private static List<string> Unmet(Bureau node, FailureLog log)
    {
        var failed = log.Failed.ToList();
        List<string> unmet = [.. Services(node).Select(service => service.GetType().FullName!).Append(typeof(OutboxWork).FullName!).Except(failed)];
        if (!failed.Exists(name => name.StartsWith("Quartz.", StringComparison.Ordinal))) unmet.Add("Quartz");
        return unmet;
    }

    /// <summary>Services that don't run any more; the host itself, when it was told to stop.</summary>
    private static List<string> Ended(Bureau node)
    {
        List<string> ended = [.. Services(node).Where(service => service.ExecuteTask is not { IsCompleted: false }).Select(service => service.GetType().Name)];
        if (node.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested) ended.Add("host");
        return ended;
    }

    private static List<BackgroundService> Services(Bureau node) =>
        [.. node.Get<IEnumerable<IHostedService>>().OfType<BackgroundService>().Where(service => service.GetType().Assembly == typeof(RuntimeSetup).Assembly)];

    private static async Task<DateTimeOffset?> TickAsync(IScheduler scheduler) => (await scheduler.GetTrigger(new TriggerKey("tick")) as IMutableTrigger)?.PreviousFireTimeUtc;

    /// <summary>The queues are only counted while somebody watches.</summary>
    private static MeterListener WatchQueues()
    {
        var watching = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Meters.Name && instrument.Name == "caseflow.queue.length") listener.EnableMeasurementEvents(instrument);
            },
        };
        watching.Start();
        return watching;
    }

    private static string Office(string more) =>
        $$"""
          { "kind": "calendar", "id": "office", "name": { "zh-CN": "办公", "en": "Office" }, "zone": "Asia/Shanghai",
            "week": { "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"], "fri": ["09:00-17:00"] }{{more}} }
          """;

    /// <summary>Takes until it is told to end.</summary>
    private sealed class HeldActivity : IActivity
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        /// <summary>Keys of its calls that were done.</summary>
        public ConcurrentQueue<string> Done { get; } = [];

        public ActivityDescription Description => NotifyReporterActivity.Described;

        public void End() => _end.SetResult();

        public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
        {
            _begun.TrySetResult();
            await _end.Task.WaitAsync(cancel);
            Done.Enqueue(call.Key);
            return ActivityResult.Done;
        }
    }
}
