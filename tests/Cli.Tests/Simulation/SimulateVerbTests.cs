using CaseFlow.TestSupport;

namespace CaseFlow.Cli.Tests.Simulation;

public sealed class SimulateVerbTests
{
    [Fact]
    public void Prints_what_a_run_showed_and_what_it_assumed()
    {
        using var folder = new TrialFolder();

        var (code, output, error) = CommandLine.Run("", "simulate", folder.Flow, "--arrivals", "20/day", "--staff", "desk=1", "--days", "7", "--seed", "1");

        Assert.Equal("", error);
        Assert.Equal("""
            Small flow (small): 7 days from 2026-03-02, seed 1

            Cases
                          count  a day
              arrived       146   20.9
              closed        117   16.7
              still open     29
              Time to close: mean 2 h 55 min, half within 0 s, nine in ten within 11 h 39 min, longest 16 h 13 min.
              done: 56 (47.9 %)
              small: 61 (52.1 %)

            Steps: queue before somebody begins, wait, and time from beginning to end
              step  team  opened  done  queue mean  max  at end   wait mean          p90  work mean     p90
              do    desk      85    56         6.2   29      29  5 h 46 min  14 h 12 min     19 min  28 min

            Clocks
              clock    started  kept  breached  running  breach rate
              promise      146   117        15       14       11.4 %

            Teams
              team  people  tasks done  hours worked    busy  waiting at end
              desk       1          56          17.8  44.4 %              29
              Busiest: desk, 44.4 % of its time.

            Assumed
              A team is one pool of people for the whole area, whatever the case's unit; nobody is in two teams; tasks are taken oldest first.
              Working time between 5 min and 40 min, mostly 15 min: do.
              Entered values: a field's default value with probability 0.8, otherwise each option alike; an optional box ticked with probability 0.1; other optional texts left empty.

            """.ReplaceLineEndings("\n"), output);
        Assert.Equal(ExitCode.Done, code);
    }

    [Fact]
    public void The_same_seed_gives_the_same_JSON()
    {
        using var folder = new TrialFolder();

        var first = CommandLine.Run("", "simulate", folder.Flow, "--days", "20", "--seed", "4", "--json");
        var second = CommandLine.Run("", "simulate", folder.Flow, "--days", "20", "--seed", "4", "--json");

        Assert.Equal(first, second);
        Assert.StartsWith("{\n  \"flow\": {\n    \"key\": \"small\",\n    \"version\": 0\n  },\n", first.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "steps": { "dew": {} } }""", "$.steps.dew: Expected the id of an element of the flow, but there is none.")]
    [InlineData("""{ "steps": { "do": { "values": { "hour": 1 } } } }""", "$.steps.do.values.hour: Expected a field of form do, but it has none with that key.")]
    [InlineData("""{ "staff": { "desks": 1 } }""", "$.staff.desks: Expected a team of the flow (desk), but 'desks' is none.")]
    [InlineData("""{ "staff": { "desk": [{ "people": 1, "calendar": "night" }] } }""", "$.staff.desk[0].calendar: Expected one of , but found 'night'.")]
    [InlineData("""{ "arrivals": [{ "start": "begin", "rate": "1/day" }] }""", "$.arrivals[0].start: Expected one of start, but found 'begin'.")]
    [InlineData("""{ "days": 7, "warmUpDays": 7 }""", "$.warmUpDays: Expected fewer than the 7 days, but found 7.")]
    [InlineData("""{ "steps": { "do": { "duration": "20m" } } }""", "$.steps.do.duration: Expected an ISO 8601 duration such as PT10M or P1DT12H, but found '20m'.")]
    [InlineData("""{ "steps": { "do": { "duration": { "uniform": ["PT5M", "PT1M"] } } } }""", "$.steps.do.duration.uniform: Expected values that don't fall.")]
    [InlineData("""{ "steps": { "do": { "chance": 2 } } }""", "$.steps.do.chance: Expected a probability from 0 to 1, but found 2.")]
    [InlineData("""{ "step": {} }""", "$: Expected one of description, from, days, warmUpDays, cases, arrivals, staff, steps, activities, directory, calendars, defaults, but found 'step'.")]
    public void Names_the_place_of_what_is_wrong_with_a_scenario(string scenario, string problem)
    {
        using var folder = new TrialFolder();
        var file = folder.Write("scenario.json", scenario);

        Assert.Equal((ExitCode.Refused, "", $"{file}: {problem}\n"), CommandLine.Run("", "simulate", folder.Flow, "--scenario", file));
    }

    [Fact]
    public void Refuses_a_flow_that_could_not_be_published()
    {
        using var folder = new TrialFolder();
        folder.Write("small/size.dmn", "<definitions/>");

        var (code, output, error) = CommandLine.Run("", "simulate", folder.Flow);

        Assert.Equal((ExitCode.Refused, ""), (code, output));
        Assert.Contains("sort error unknown-decision", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--arrivals", "20", "--arrivals: Expected arrivals such as 20/day, 8/workday or 2/hour, but found '20'.")]
    [InlineData("--staff", "desk", "--staff: Expected people by team such as dispatch=2,handler=6, but found 'desk'.")]
    [InlineData("--days", "0", "--days: Expected a number from 1 to 3660, but found 0.")]
    public void Names_the_option_that_is_wrong(string option, string value, string problem)
    {
        using var folder = new TrialFolder();

        Assert.Equal((ExitCode.Usage, "", problem + "\n"), CommandLine.Run("", "simulate", folder.Flow, option, value));
    }

    [Fact]
    public void Nothing_of_the_example_is_refused_by_the_complaint_flow()
    {
        var (code, output, error) = CommandLine.Run("", "simulate", Repository.Path("workflows/complaint"), "--scenario", Repository.Path("examples/simulation/complaint.json"), "--days", "20", "--json");

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("\"incidents\": [],\n  \"refused\": [],\n", output, StringComparison.Ordinal);
    }
}
