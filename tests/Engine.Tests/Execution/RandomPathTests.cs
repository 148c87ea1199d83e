using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>
/// Random sound models on random paths. <see cref="TestCase"/> replays, stores and restores after each step; here the case must
/// moreover come to its end, whatever order people, activities and clocks take, and no join may fire more often than its split.
/// </summary>
public sealed class RandomPathTests
{
    private const int Models = 60;
    private const int MostSteps = 400;

    [Fact]
    public void Every_case_of_a_sound_model_comes_to_its_end()
    {
        for (var seed = 0; seed < Models; seed++)
        {
            var model = StructuredModel.Draw(seed);
            var test = Given.Process(model.Xml);
            var random = new Random(seed);
            test.Started([.. Variables(random)]);
            for (var step = 0; step < MostSteps && test.State!.Status == CaseStatus.Active; step++)
            {
                var isCalm = step >= MostSteps / 2;
                if (step == MostSteps / 2) test.Set([.. Variables(new Calm())]);
                var move = Moves(test, isCalm).ToList();
                Assert.True(move.Count > 0, $"Model {seed} is stuck at {string.Join(" ", test.State.LiveElements)} after {step} steps.");
                move[random.Next(move.Count)](isCalm ? new Calm() : random);
                Assert.Null(test.Rejection);
                Assert.True(test.State!.Incidents.IsEmpty, $"Model {seed}: {string.Join("; ", test.State.Incidents.Values.Select(incident => incident.Message))}");
            }

            Assert.Equal((seed, CaseStatus.Completed), (seed, test.State!.Status));
            AssertNothingIsLeft(test.State);
            var completed = test.Events.OfType<ElementCompleted>().CountBy(e => e.ElementId).ToDictionary();
            Assert.All(model.Pairs, pair => Assert.True(
                completed.GetValueOrDefault(pair.Join) <= completed.GetValueOrDefault(pair.Split), $"Model {seed}: {pair.Join} joined more often than {pair.Split} split."));
        }
    }

    private static IEnumerable<Action<Random>> Moves(TestCase test, bool isCalm)
    {
        foreach (var task in test.State!.Tasks.Values)
            yield return random => test.When(new CompleteTask(TestCase.Someone, task.Key, TestCase.Values([.. Variables(random)])));
        foreach (var job in test.State.Jobs.Values)
            yield return _ => test.When(new CompleteJob(Actor.System, job.Key, FeelContext.Empty));
        if (test.State.Timers.Values.MinBy(timer => timer.DueAt) is { } first)
            yield return _ => test.After(System.Xml.XmlConvert.ToString(first.DueAt > test.Now ? first.DueAt - test.Now : TimeSpan.Zero));
        if (test.State.Tasks.IsEmpty || isCalm) yield break;
        foreach (var subscription in test.State.Subscriptions.Values)
            yield return random => test.When(new DeliverMessage(Actor.System, subscription.Key, $"m{random.Next()}", FeelContext.Empty));
    }

    private static IEnumerable<(string Name, object? Value)> Variables(Random random) =>
        Enumerable.Range(0, 4).Select(number => ($"v{number}", (object?)(random.Next(3) == 0)));

    private static void AssertNothingIsLeft(CaseState state)
    {
        Assert.Empty(state.Tasks);
        Assert.Empty(state.Jobs);
        Assert.Empty(state.Timers);
        Assert.Empty(state.Subscriptions);
        Assert.Empty(state.LiveElements);
    }

    /// <summary>Ends loops and sends no more messages, so that a path that went on for long comes to its end.</summary>
    private sealed class Calm : Random
    {
        public override int Next(int maxValue) => maxValue - 1;
    }
}
