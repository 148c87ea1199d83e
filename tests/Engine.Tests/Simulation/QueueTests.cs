using CaseFlow.Engine.Simulation;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Tests.Simulation;

/// <summary>Queues against what queueing theory says of them.</summary>
public sealed class QueueTests
{
    /// <summary>M/M/1 with 0.6 of the time busy: a wait of 0.6 / (1 − 0.6) times the mean work, and a queue of 0.6² / (1 − 0.6).</summary>
    [Fact]
    public void One_person_makes_people_wait_as_an_M_M_1_queue_does()
    {
        var report = Trials.OneTask().RunAlwaysOpen(Scenario(0.6, 1, new ExponentialValue(Trials.Hour)));

        var step = Assert.Single(report.Steps);
        Within(0.10, 1.5, step.Wait.Mean!.Value / Trials.Hour);
        Within(0.10, 0.9, step.QueueMean);
        Within(0.03, 0.6, report.Busiest!.Utilisation!.Value);
    }

    /// <summary>M/M/3 with 0.6 of the time busy: Erlang C gives 0.3547 that somebody has to wait, so 0.3547 / (3 − 1.8) times the mean work.</summary>
    [Fact]
    public void Three_people_make_people_wait_as_an_M_M_3_queue_does()
    {
        var report = Trials.OneTask().RunAlwaysOpen(Scenario(1.8, 3, new ExponentialValue(Trials.Hour)));

        Within(0.10, 0.2956, Assert.Single(report.Steps).Wait.Mean!.Value / Trials.Hour);
        Within(0.03, 0.6, report.Busiest!.Utilisation!.Value);
    }

    /// <summary>M/D/1: with work of even length the wait is half that of M/M/1.</summary>
    [Fact]
    public void Work_of_even_length_halves_the_wait()
    {
        var report = Trials.OneTask().RunAlwaysOpen(Scenario(0.6, 1, new FixedValue(Trials.Hour)));

        Within(0.10, 0.75, Assert.Single(report.Steps).Wait.Mean!.Value / Trials.Hour);
    }

    private static Scenario Scenario(double anHour, int people, Distribution work) =>
        Trials.Of(700, ArrivalPlan.Daily(24 * anHour), people, work) with { WarmUpDays = 20 };

    private static void Within(double share, double expected, double found) => Assert.InRange(found, expected * (1 - share), expected * (1 + share));
}
