using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Flows;

/// <summary>The shipped decision tables, row by row.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("noise", "emergency", 1, "emergency", "street", 2)]
    [InlineData("utilities", "urgent", 2, "urgent", "street", 24)]
    [InlineData("safety", "urgent", 2, "urgent", "street", 24)]
    [InlineData("building", "urgent", 3, "urgent", "community", 24)]
    [InlineData("building", "normal", 4, "complex", "street", 360)]
    [InlineData("property", "normal", 4, "complex", "street", 360)]
    [InlineData("welfare", "normal", 4, "complex", "street", 360)]
    [InlineData("traffic", "normal", 5, "ordinary", "street", 168)]
    [InlineData("utilities", "normal", 5, "ordinary", "street", 168)]
    [InlineData("noise", "normal", 6, "ordinary", "community", 168)]
    [InlineData(null, null, 6, "ordinary", "community", 168)]
    public void The_dispatch_catalogue_gives_class_level_and_hours(string? category, string? urgency, int row, string @class, string level, int hours)
    {
        var (value, rules) = Decide("complaint", "complaint-route", ("category", category), ("urgency", urgency));

        Assert.Equal(Values.Of(("class", @class), ("level", level), ("resolveHours", hours)), value);
        Assert.Equal($"complaint-route-{row}", rules);
    }

    [Theory]
    [InlineData("emergency", null, null, "yes", "17", 1, true)]
    [InlineData("urgent", null, null, "yes", "17", 1, true)]
    [InlineData("complex", null, null, "yes", "17", 2, true)]
    [InlineData("ordinary", 1, null, "yes", "17", 3, true)]
    [InlineData("ordinary", null, 1, "yes", "17", 4, true)]
    [InlineData("ordinary", null, null, "no", "17", 5, true)]
    [InlineData("ordinary", null, null, "planned", "17", 5, true)]
    [InlineData("ordinary", null, null, "yes", "15", 6, true)]
    [InlineData("ordinary", null, null, "yes", "20", 6, true)]
    [InlineData("ordinary", null, null, "yes", "17", 7, false)]
    [InlineData("ordinary", 0, 0, "yes", "52", 7, false)]
    public void The_check_rules_pick_what_must_be_checked(string @class, int? returns, int? attempts, string done, string number, int row, bool check)
    {
        var (value, rules) = Decide(
            "complaint", "complaint-check", ("route", Values.Of(("class", @class))), ("returns", returns), ("attempts", attempts), ("done", done), ("caseNumber", "261122-000" + number));

        Assert.Equal(FeelValue.From(check), ((FeelContext)value).Find("check"));
        Assert.Equal($"complaint-check-{row}", rules);
    }

    [Theory]
    [InlineData("我不想活了", null, 1, "120")]
    [InlineData("求助", "丈夫家暴", 2, "110")]
    [InlineData("Smell of gas", "there is a gas leak", 3, "119")]
    [InlineData("老人晕倒", "", 4, "120")]
    [InlineData("电梯", "有人被困", 5, "119")]
    [InlineData("孩子走失", "", 6, "110")]
    [InlineData("医保卡怎么补", "丢了", 7, null)]
    [InlineData(null, null, 7, null)]
    public void Words_of_danger_name_the_number_to_call(string? title, string? description, int row, string? number)
    {
        var (value, rules) = Decide("enquiry", "enquiry-danger", ("title", title), ("description", description));

        Assert.Equal(FeelValue.From(row < 7), ((FeelContext)value).Find("danger"));
        Assert.Equal(FeelValue.From(number), ((FeelContext)value).Find("number"));
        Assert.Equal($"enquiry-danger-{row}", rules);
    }

    [Theory]
    [InlineData(3, 1, 5, 1, "improve")]
    [InlineData(0, 0, null, 2, "pass")]
    [InlineData(3, 0, 2, 3, "improve")]
    [InlineData(3, 0, 3, 4, "pass")]
    public void The_verdict_needs_residents_who_say_it_is_met(int answered, int unsolved, int? average, int row, string verdict)
    {
        var (value, rules) = Decide("project", "project-verdict", ("tally", Values.Of(("answered", answered), ("unsolved", unsolved), ("average", average))));

        Assert.Equal(FeelValue.From(verdict), ((FeelContext)value).Find("verdict"));
        Assert.Equal($"project-verdict-{row}", rules);
    }

    private static (FeelValue Value, string Rules) Decide(string flow, string decision, params (string, object?)[] inputs)
    {
        var model = ShippedFlows.World.Package(flow).DecisionModelOf(decision)!;
        var given = inputs.ToDictionary(input => input.Item1, input => Values.From(input.Item2));
        var result = model.Evaluate(decision, given, new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        Assert.Null(result.Error);
        return (result.Value, string.Join(' ', result.Rules.Select(rule => rule.RuleId)));
    }
}
