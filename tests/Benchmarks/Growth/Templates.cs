using CaseFlow.Benchmarks.Support;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Messages;
using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>A few real cases of the shipped complaint flow, at several steps, whose rows are multiplied.</summary>
internal static class Templates
{
    /// <summary>The unit that stands in them, to be replaced in each copy.</summary>
    public static readonly string Unit = City.CodeOf(0);

    /// <summary>How many steps each template is carried.</summary>
    private static readonly int[] Steps = [0, 0, 1, 2, 3, 3, 4, 4];

    private static readonly Dictionary<string, FeelContext> Answers = new()
    {
        ["register"] = Of(("title", "路灯不亮"), ("nature", "complaint"), ("category", "utilities"), ("urgency", "normal"), ("grid", Unit), ("scope", "in")),
        ["sign"] = FeelContext.Empty.With("signed", FeelValue.From(true)),
        ["contact"] = Of(("contacted", "yes")),
        ["handle"] = Of(("handling", "派人修理"), ("factual", "yes"), ("done", "yes")),
    };

    public static async Task MakeAsync(Store store)
    {
        var workflows = SeedOptions.FindWorkflows(AppContext.BaseDirectory) ?? throw new InvalidOperationException("Expected the folder workflows at or above the program.");
        await store.Get<DevelopmentSeed>().RunAsync(new SeedOptions(City.Tenant, workflows, Flows: true, Demo: false, Password: null));
        foreach (var steps in Steps) await CarryAsync(store, steps);
        foreach (var steps in Steps.Take(4)) await EndAsync(store, await CarryAsync(store, steps));
    }

    /// <returns>Ids of the open ones, and of those that were ended.</returns>
    public static async Task<(List<Guid> Open, List<Guid> Closed)> FindAsync(Store store)
    {
        await using var context = store.Get<Database>().Open(ReadScope.Whole(City.Tenant));
        var cases = await context.Cases.Where(row => row.Number.StartsWith("T-")).OrderBy(row => row.Id).Select(row => new { row.Id, row.Status }).ToListAsync();
        return ([.. cases.Where(row => row.Status == CaseStatus.Active).Select(row => row.Id)], [.. cases.Where(row => row.Status != CaseStatus.Active).Select(row => row.Id)]);
    }

    private static async Task<CaseState> CarryAsync(Store store, int steps)
    {
        var runner = store.Get<CaseRunner>();
        var id = Guid.CreateVersion7(runner.Now);
        var facts = new CaseFacts($"T-{id:N}", City.Tenant, "complaint", "web", "p0", runner.Now);
        var variables = FeelContext.Empty.With("title", FeelValue.From("路灯不亮")).With("description", FeelValue.From(new string('说', 120))).With("place", FeelValue.From("幸福路1号"))
            .With("unit", FeelValue.From(Unit)).With("category", FeelValue.From("utilities"));
        var state = State(await runner.StartAsync(new StartCase(Actor.Reporter("p0"), id, new FlowRef("complaint", 1), facts, variables), NewCase.Plain, []));
        await RestAsync(store);
        for (var step = 0; step < steps; step++)
        {
            state = State(await runner.AdvanceAsync(id, new AddNote(Actor.System, "看一看", false)));
            var task = state.Tasks.Values.First(task => Answers.ContainsKey(task.ElementId));
            state = State(await runner.AdvanceAsync(id, new CompleteTask(Actor.Staff($"u-{step}"), task.Key, Answers[task.ElementId])));
            await RestAsync(store);
        }

        return state;
    }

    private static async Task EndAsync(Store store, CaseState state)
    {
        State(await store.Get<CaseRunner>().AdvanceAsync(state.CaseId, new TerminateCase(Actor.System, "完")));
        await RestAsync(store);
    }

    private static async Task RestAsync(Store store)
    {
        while (await store.Get<OutboxDispatcher>().SweepAsync(default) + await store.Get<Messenger>().SweepAsync(default) > 0)
        {
        }
    }

    private static FeelContext Of(params (string Name, string Value)[] values) =>
        new([.. values.Select(value => new KeyValuePair<string, FeelValue>(value.Name, FeelValue.From(value.Value)))]);

    private static CaseState State(RunResult result) => result is Ran ran ? ran.State : throw new InvalidOperationException($"Expected a template to go on, but {result}.");
}
