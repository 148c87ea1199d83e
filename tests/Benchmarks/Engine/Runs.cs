using System.Collections.Immutable;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Benchmarks.Engine;

/// <summary>Runs a case as the store does, one command after the other, without a store.</summary>
internal sealed class Runs(FlowPackage package)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly CaseFacts Facts = new("260105-00001", "bench", "complaint", "web", null, Now);

    private readonly BenchWorld _world = new(package);
    private readonly StartCase _start = new(Actor.System, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), package.Ref, Facts, FeelContext.Empty);

    public Advanced Start() => (Advanced)Interpreter.Advance(_world, null, _start, Now);

    /// <summary>Answers the job that has waited longest.</summary>
    public Advanced CompleteNext(CaseState state) =>
        (Advanced)Interpreter.Advance(_world, state, new CompleteJob(Actor.System, state.Jobs.First().Key, FeelContext.Empty), Now);

    /// <summary>From start to end.</summary>
    public CaseState ToTheEnd()
    {
        var state = Start().State;
        while (state.Status == CaseStatus.Active) state = CompleteNext(state).State;
        return state;
    }

    /// <summary>So many jobs further.</summary>
    public CaseState Further(CaseState state, int jobs)
    {
        for (var i = 0; i < jobs; i++) state = CompleteNext(state).State;
        return state;
    }

    /// <summary>All events of a case from start to end, for replaying them.</summary>
    public ImmutableArray<(CaseEvent Event, DateTimeOffset At)> Record()
    {
        var all = ImmutableArray.CreateBuilder<(CaseEvent, DateTimeOffset)>();
        for (var step = Start(); ; step = CompleteNext(step.State))
        {
            all.AddRange(step.Events.Select(@event => (@event, Now)));
            if (step.State.Status != CaseStatus.Active) return all.ToImmutable();
        }
    }
}
