using System.Globalization;
using CaseFlow.BurstHost.Nodes;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>What must be so of a database however its nodes died.</summary>
internal sealed class Soundness
{
    private readonly List<CaseRecord> _cases;
    private readonly ILookup<Guid, CaseEventRecord> _records;
    private readonly ILookup<Guid, CaseEvent> _events;
    private readonly List<string> _kept;

    private Soundness(List<CaseRecord> cases, List<CaseEventRecord> events, List<string> kept)
    {
        (_cases, _kept) = (cases, kept);
        _records = events.ToLookup(e => e.CaseId);
        _events = events.ToLookup(e => e.CaseId, e => EventJson.Read(e.Type, e.Payload));
    }

    /// <summary>Reads the database and checks what holds at any time: chains, states, worklists, nothing twice.</summary>
    public static async Task<Soundness> CheckAsync(Bureau node)
    {
        await using var context = node.Database.Open(ReadScope.Whole(BurstFlows.Tenant));
        var cases = await context.Cases.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        var events = await context.CaseEvents.AsNoTracking().OrderBy(e => e.CaseId).ThenBy(e => e.Sequence).ToListAsync();
        var kept = await context.Messages.Where(message => message.ExpiredAt == null).Select(message => message.Id).ToListAsync();
        var sound = new Soundness(cases, events, kept);
        Assert.Empty((await node.Get<ChainVerifier>().VerifyAllAsync()).Faults);
        sound.ReplayGivesSnapshots();
        sound.NothingHappenedTwice();
        await sound.EveryFiringOpenedOneCaseAsync(context);
        await sound.WorklistsAreAsInStatesAsync(context);
        return sound;
    }

    /// <summary>Every answer that was heard is in the events; a message may be kept for its case instead.</summary>
    public void HoldsEveryAnswer(IEnumerable<string> answered)
    {
        var kept = _cases.Select(row => $"start {row.Id}")
            .Concat(_events.SelectMany(of => of.OfType<TaskCompleted>().Select(done => $"task {of.Key} {done.TaskKey}")))
            .Concat(Received.Concat(_kept).Select(message => $"message {message}"));
        Assert.Empty(answered.Distinct().Except(kept));
    }

    /// <summary>After the drain: no message is kept that nobody received, every main case opened one report, every activity ran under a key of its own and was answered once.</summary>
    public void EverythingCameToItsEnd(IReadOnlyCollection<string> keys)
    {
        Assert.Empty(_kept.Except(Received));
        Assert.All(_cases, row => Assert.Equal(CaseStatus.Completed, row.Status));
        Assert.Equal(_cases.Count(row => row.FlowKey == BurstFlows.Main), _cases.Count(row => row.FlowKey == BurstFlows.Report));
        var ran = keys.CountBy(key => Guid.ParseExact(key[..32], "N")).ToDictionary();
        foreach (var of in _events)
        {
            // An attempt that took too long has a key of its own, whether it came through or not.
            var (done, failed) = (of.OfType<JobCompleted>().Count(), of.OfType<JobFailed>().Count());
            Assert.InRange(ran.GetValueOrDefault(of.Key), done, done + failed);
        }
    }

    private void ReplayGivesSnapshots()
    {
        foreach (var row in _cases)
        {
            var replayed = Interpreter.Replay(null, _records[row.Id].Select(e => (EventJson.Read(e.Type, e.Payload), e.At)));
            Assert.Equal(row.Snapshot, CaseSnapshot.Write(replayed));
        }
    }

    private void NothingHappenedTwice()
    {
        var once = _events.SelectMany(of => of.Select(e => (Case: of.Key, Key: OnceOf(e)))).Where(e => e.Key is not null).ToList();
        Assert.Equal(once.Count, once.Distinct().Count());
        var messages = Received.ToList();
        Assert.Equal(messages.Count, messages.Distinct().Count());
    }

    /// <summary>A firing that its start left behind has opened a case; the one where it stands may have.</summary>
    private async Task EveryFiringOpenedOneCaseAsync(CaseFlowDbContext context)
    {
        var opened = _cases.Where(row => row.FlowKey == BurstFlows.Tick).Select(FiringOf).Order().ToList();
        var left = await LeftFirings.ReadAsync(context);
        var next = await context.FlowStarts.Where(start => start.FlowKey == BurstFlows.Tick).Select(start => start.Firing).SingleAsync();
        Assert.Equal(left, opened.Where(firing => firing != next));
        Assert.Equal(opened.Count, opened.Distinct().Count());
    }

    /// <summary>The end of the external id.</summary>
    private static long FiringOf(CaseRecord opened)
    {
        Assert.Equal("timer", opened.ExternalSource);
        return long.Parse(opened.ExternalId!.Split(':')[^1], CultureInfo.InvariantCulture);
    }

    private IEnumerable<string> Received => _events.SelectMany(of => of.OfType<MessageReceived>().Select(received => received.MessageId));

    private static string? OnceOf(CaseEvent e) => e switch
    {
        CaseStarted => "started",
        TaskCompleted done => $"task {done.TaskKey}",
        TimerFired fired => $"timer {fired.TimerKey}",
        JobCompleted done => $"job {done.JobKey}",
        CaseClosed => "closed",
        _ => null,
    };

    private async Task WorklistsAreAsInStatesAsync(CaseFlowDbContext context)
    {
        var states = _cases.Select(row => CaseSnapshot.Read(row.Snapshot)).ToList();
        var tasks = await context.Tasks.Select(task => new { task.CaseId, task.TaskKey }).ToListAsync();
        Assert.Equal(Rows(states, state => state.Tasks.Keys), Rows(tasks.Select(task => (task.CaseId, task.TaskKey))));
        var due = await context.DueRows.Select(row => new { row.CaseId, row.Key }).ToListAsync();
        Assert.Equal(Rows(states, state => state.Timers.Keys), Rows(due.Select(row => (row.CaseId, row.Key))));
        var waits = await context.Subscriptions.Select(wait => new { wait.CaseId, wait.Key }).ToListAsync();
        Assert.Equal(Rows(states, state => state.Subscriptions.Keys), Rows(waits.Select(wait => (wait.CaseId, wait.Key))));
        var jobs = await context.Outbox.Where(row => row.Kind == "run-activity").Select(row => row.CaseId).ToListAsync();
        Assert.Equal(states.SelectMany(state => state.Jobs.Keys.Select(_ => state.CaseId)).Order(), jobs.Order());
    }

    private static IEnumerable<(Guid, long)> Rows(IEnumerable<CaseState> states, Func<CaseState, IEnumerable<long>> keys) =>
        Rows(states.SelectMany(state => keys(state).Select(key => (state.CaseId, key))));

    private static IEnumerable<(Guid, long)> Rows(IEnumerable<(Guid, long)> rows) => rows.Order();
}
