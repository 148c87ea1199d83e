namespace CaseFlow.Engine.Tests.Decisions;

public sealed class TableCellTests
{
    [Fact]
    public void Answers_several_outputs_as_a_context_and_lists_the_rule()
    {
        var model = Dmn.Read(Dmn.Input("a", "满意度", "string") + Dmn.Decision("d", "办理 去向",
            """
            <decisionTable id="t" hitPolicy="FIRST"><input><inputExpression typeRef="string"><text>满意度</text></inputExpression></input>
            <output name="team" typeRef="string"/><output name="days" typeRef="number"/>
            <rule id="r1"><inputEntry><text>"不满意", "基本满意"</text></inputEntry><outputEntry><text>"回访组"</text></outputEntry><outputEntry><text>3</text></outputEntry></rule>
            <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"归档"</text></outputEntry><outputEntry><text>满意度</text></outputEntry></rule>
            </decisionTable>
            """, Dmn.NeedsInput("#a")));
        var unhappy = Dmn.Ask(model, "办理 去向", ("满意度", "\"不满意\""));
        Assert.Equal("{team: \"回访组\", days: 3}", unhappy.Value.ToString());
        Assert.Equal(("t", "r1", 1), (unhappy.Rules[0].TableId, unhappy.Rules[0].RuleId, unhappy.Rules[0].Index));
        var happy = Dmn.Ask(model, "d", ("满意度", "\"满意\""));
        Assert.Equal("{team: \"归档\", days: null}", happy.Value.ToString());
        Assert.Equal(("t", "2", 2), (happy.Rules[0].TableId, happy.Rules[0].RuleId, happy.Rules[0].Index));
    }

    [Fact]
    public void Matches_nothing_when_a_cell_can_not_be_told() =>
        Assert.Equal("\"rest\"", Dmn.Value(Dmn.Table("FIRST\"", ["< 5 -> \"low\"", "- -> \"rest\""]), "d", ("x", "\"text\"")));
}
