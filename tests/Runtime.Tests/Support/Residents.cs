using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Drives cases of the flows that ship: starts them, does their tasks, lets the outbox come to rest.</summary>
internal sealed class Residents(Bureau bureau)
{
    private int _number;

    public async Task<Guid> AskAsync(string flow, string kind, params (string Name, string Value)[] values)
    {
        var id = Guid.CreateVersion7(bureau.Time.Now);
        var facts = new CaseFacts($"N-{++_number:D3}", Seeded.Tenant, kind, "web", "person-1", bureau.Time.Now);
        var start = new StartCase(Actor.Reporter("person-1"), id, new FlowRef(flow, 1), facts, Context(values));
        Assert.IsType<Ran>(await bureau.Get<CaseRunner>().StartAsync(start, NewCase.Plain, []));
        await RestAsync();
        return id;
    }

    /// <summary>Completes the case's open task of that element, by somebody who did no other.</summary>
    public async Task DoAsync(Guid caseId, string element, params (string Name, string Value)[] values)
    {
        var state = await bureau.StateAsync(caseId);
        Assert.True(state.Tasks.Values.Any(task => task.ElementId == element), $"Expected an open task {element}, but {state.Facts.Number} has: {Open(state)}");
        var task = state.Tasks.Values.First(task => task.ElementId == element);
        var actor = task.Audience is TaskAudience.Reporter ? Actor.Reporter("person-1") : Actor.Staff($"does-{element}");
        var result = await bureau.Get<CaseRunner>().AdvanceAsync(caseId, new CompleteTask(actor, task.Key, Context(values)));
        Assert.True(result is Ran, result.ToString());
        await RestAsync();
    }

    /// <summary>Activities and messages, until nothing is left that could be done now.</summary>
    public async Task RestAsync()
    {
        while (await bureau.Get<OutboxDispatcher>().SweepAsync(default) + await bureau.Get<Messenger>().SweepAsync(default) > 0)
        {
        }

        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        Assert.Empty((await context.Incidents.ToListAsync()).Select(incident => $"{incident.ElementId}: {incident.Message}"));
        Assert.Empty((await context.Outbox.ToListAsync()).Select(row => $"{row.Key}: {row.LastError}"));
    }

    public static string Open(CaseState state) =>
        $"tasks {string.Join(", ", state.Tasks.Values.Select(task => task.ElementId))}; waits {string.Join(", ", state.Subscriptions.Values.Where(open => !open.IsAction).Select(open => open.Name))}; {state.Status} {state.Closure}";

    private static FeelContext Context((string Name, string Value)[] values) =>
        new([.. values.Select(value => new KeyValuePair<string, FeelValue>(value.Name, FeelValue.From(value.Value)))]);
}
