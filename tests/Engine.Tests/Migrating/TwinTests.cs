using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Engine.Tests.Execution;

namespace CaseFlow.Engine.Tests.Migrating;

/// <summary>
/// Random models on random paths: a case that is moved between two like versions before every command does, key for key, what its twin
/// does that stays. Nothing runs again, nothing is lost.
/// </summary>
public sealed class TwinTests
{
    private const int Models = 40;
    private const int MostSteps = 60;

    [Fact]
    public void A_moved_case_does_what_its_twin_does_that_stays()
    {
        var moves = 0;
        for (var seed = 0; seed < Models; seed++)
        {
            var xml = StructuredModel.Draw(seed).Xml;
            var (moving, staying) = (MigrationTests.From(xml, xml), Given.Process(xml));
            var random = new Random(seed);
            var start = Variables(random);
            moving.Started(start);
            staying.Started(start);
            for (var step = 0; step < MostSteps && staying.State!.Status == CaseStatus.Active; step++, moves++)
            {
                moving.Migrate(moving.State!.Flow.Version == 1 ? 2 : 1);
                Assert.Null(moving.Rejection);
                var commands = Commands(staying.State, random).ToList();
                var command = commands[random.Next(commands.Count)];
                moving.When(command);
                staying.When(command);
                Assert.Equal(staying.Rejection, moving.Rejection);
                Assert.Equal(Comparable(staying.State), Comparable(moving.State!));
            }

            Assert.Equal(
                staying.Events.Select(Trace.Of), moving.Events.Where(@event => @event is not CaseMigrated).Select(Trace.Of));
        }

        Assert.True(moves > 200, $"Expected to move cases often, but it was {moves} times.");
    }

    private static IEnumerable<Command> Commands(CaseState state, Random random)
    {
        foreach (var task in state.Tasks.Keys) yield return new CompleteTask(TestCase.Someone, task, TestCase.Values(Variables(random)));
        foreach (var job in state.Jobs.Keys) yield return new CompleteJob(Actor.System, job, FeelContext.Empty);
        foreach (var subscription in state.Subscriptions.Keys) yield return new DeliverMessage(Actor.System, subscription, $"m{random.Next()}", FeelContext.Empty);
        yield return new SetVariables(TestCase.Someone, 0, TestCase.Values(Variables(random)));
    }

    private static (string Name, object? Value)[] Variables(Random random) => [.. Enumerable.Range(0, 4).Select(number => ($"v{number}", (object?)(random.Next(3) == 0)))];

    private static string Comparable(CaseState state) => System.Text.Encoding.UTF8.GetString(CaseSnapshot.Write(state with { Version = 0, Flow = new FlowRef("test", 1) }));
}
