using CaseFlow.Engine.Execution;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class StartEventsTests
{
    private const string Elements = """
        <startEvent id="none" /><userTask id="a" /><sequenceFlow sourceRef="none" targetRef="a" />
        <startEvent id="asked"><messageEventDefinition messageRef="m" /></startEvent><userTask id="b" /><sequenceFlow sourceRef="asked" targetRef="b" />
        <startEvent id="yearly"><timerEventDefinition><timeCycle>R/2027-01-01T09:00/P1Y</timeCycle></timerEventDefinition></startEvent><userTask id="c" /><sequenceFlow sourceRef="yearly" targetRef="c" />
        <startEvent id="alarm"><signalEventDefinition signalRef="s" /></startEvent><userTask id="d" /><sequenceFlow sourceRef="alarm" targetRef="d" />
        """;

    private const string Root = """<message id="m" name="application" /><signal id="s" name="storm" />""";

    [Theory]
    [InlineData(null, "a")]
    [InlineData("none", "a")]
    [InlineData("asked", "b")]
    [InlineData("yearly", "c")]
    [InlineData("alarm", "d")]
    public void A_case_starts_where_it_is_told_to(string? start, string task)
    {
        var test = Given.Process(Elements, Root);
        test.When(test.Start([], start)).ThenLive(task);
    }

    [Fact]
    public void What_is_no_start_event_starts_nothing()
    {
        var test = Given.Process(Elements, Root);
        test.When(test.Start([], "a")).ThenRejected("no-start", "Expected a start event of p, but 'a' is not one.");
    }

    [Fact]
    public void A_process_without_a_none_start_asks_which()
    {
        var test = Given.Process("""<startEvent id="asked"><messageEventDefinition /></startEvent><endEvent id="e" /><sequenceFlow sourceRef="asked" targetRef="e" />""");
        test.When(test.Start([])).ThenRejected("no-start", "Expected the id of a start event, but none was given and p has no none start event.");
    }

    [Fact]
    public void The_package_lists_every_way_to_start() => Assert.Equal(
        [("none", null, null, false), ("asked", "application", null, false), ("yearly", null, null, true), ("alarm", null, "storm", false)],
        Given.Package(Given.Files(Elements, Root)).Starts.Select(start => (start.ElementId, start.Message, start.Signal, start.Timer is not null)));

    [Fact]
    public void A_yearly_timer_fires_each_year()
    {
        var timer = Given.Package(Given.Files(Elements, Root)).Starts.Single(start => start.Timer is not null).Timer!;
        Assert.Equal(
            [2027, 2028, 2029],
            Enumerable.Range(1, 3).Select(n => StartTimers.Firing(timer, new TestWorld(), TestCase.Monday, n)!.Value.Year));
    }

    [Fact]
    public void A_case_starts_only_once()
    {
        var test = Given.Process(Elements, Root).Started();
        Assert.Equal("case-exists", test.When(test.Start([])).Rejection!.Code);
    }

    [Fact]
    public void A_process_that_is_not_in_the_flow_starts_nothing()
    {
        var test = Given.Process(Elements, Root);
        Assert.Equal("unknown-process", test.When(test.Start([], process: "other")).Rejection!.Code);
    }

    [Fact]
    public void Clocks_of_an_imported_case_run_from_its_first_receipt()
    {
        var test = Given.Process("""
            <extensionElements><caseflow:clock id="answer" name="Answer" rule="elapsed-hours" amount="24" /></extensionElements>
            <startEvent id="start" /><userTask id="a" /><sequenceFlow sourceRef="start" targetRef="a" />
            """);
        var start = test.Start([]);
        test.When(start with { Facts = start.Facts with { ReceivedAt = TestCase.Monday.AddDays(-2) } }).ThenClock("answer", "Warning", "01-04 09:00");
    }
}
