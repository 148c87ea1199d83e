using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Learning;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.Tests.Flows;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Simulation;

public sealed class LearnerTests
{
    /// <summary>What a scenario put in comes out of the cases again.</summary>
    [Fact]
    public void Probabilities_and_delays_of_recorded_cases_are_found_again()
    {
        var (flow, world) = (ShippedFlows.World.Package("complaint"), ShippedFlows.World);
        var scenario = ScenarioReader.Read(File.ReadAllText(Repository.Path("examples/simulation/complaint.json")), "complaint.json") with { Days = 60 };
        var learner = new Learner(flow, world);

        foreach (var recorded in Recordings.Of(flow, world, scenario)) learner.Add(recorded);

        var learnt = learner.Teach(Scenario.Empty);
        Assert.InRange(Assert.Single(learnt.Arrivals).PerDay, 19, 21.5);
        Assert.InRange(learnt.Steps["withdrawal-asked"].Chance!.Value, 0.008, 0.035);
        Assert.InRange(learnt.Steps["rate"].Chance!.Value, 0.25, 0.45);
        Assert.InRange(Share(learnt, "register", "urgency", "urgent"), 0.08, 0.14);
        Assert.InRange(Share(learnt, "call-back", "reached", "yes"), 0.77, 0.83);
        Assert.Equal(new RecordedValue([.. Enumerable.Repeat(2.0, 21)]), Rounded(learnt.Steps["suggest"].Duration));
        Assert.Null(learnt.Steps["handle"].Duration);
    }

    [Fact]
    public void What_the_scenario_says_itself_has_its_way()
    {
        var flow = Trials.OneTask();
        var learner = new Learner(flow, new TestWorld(flow));
        foreach (var recorded in Recordings.Of(flow, new TestWorld(flow), Trials.Of(10, ArrivalPlan.Daily(10), 3, new FixedValue(600)))) learner.Add(recorded);
        var given = Trials.Of(5, ArrivalPlan.Daily(3), 1, new FixedValue(60));

        var taught = learner.Teach(given);

        Assert.Equal(given.Arrivals.AsEnumerable(), taught.Arrivals);
        Assert.Equal(new FixedValue(60), taught.Steps["work"].Duration);
    }

    private static RecordedValue Rounded(Distribution? spread) => new([.. ((RecordedValue)spread!).Quantiles.Select(value => Math.Round(value))]);

    private static double Share(Scenario scenario, string step, string field, string value)
    {
        var weights = scenario.Steps[step].Values[field].Weights;
        return weights.First(entry => entry.Key == value).Value / weights.Sum(entry => entry.Value);
    }
}
