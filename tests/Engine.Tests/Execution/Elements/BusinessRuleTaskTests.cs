using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class BusinessRuleTaskTests
{
    private const string Table = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
          <inputData id="i1" name="amount" />
          <decision id="level" name="Level">
            <informationRequirement id="ir"><requiredInput href="#i1" /></informationRequirement>
            <decisionTable id="dt" hitPolicy="UNIQUE">
              <input id="in"><inputExpression id="ie"><text>amount</text></inputExpression></input>
              <output id="out" name="level" />
              <rule id="low"><inputEntry id="a"><text>&lt; 10</text></inputEntry><outputEntry id="b"><text>"low"</text></outputEntry></rule>
              <rule id="high"><inputEntry id="c"><text>&gt;= 10</text></inputEntry><outputEntry id="e"><text>"high"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    [Fact]
    public void Records_what_the_table_saw_and_where_its_rules_stand()
    {
        var run = Given.Flow(
            Given.Files("""
                <startEvent id="start" />
                <businessRuleTask id="rate"><extensionElements><caseflow:decision ref="level" /></extensionElements></businessRuleTask>
                <sequenceFlow sourceRef="start" targetRef="rate" />
                """),
            ("level.dmn", Table)).Started(("amount", 12));
        var made = Assert.Single(run.Events.OfType<DecisionMade>());
        Assert.Equal(
            ("{amount: 12}", "high", "level.dmn", "dt", run.State!.Flow),
            (made.Inputs.ToString(), made.Rules[0], made.Source!.File, made.Source.Tables[0], made.Source.Flow));
    }

    [Fact]
    public void Asks_a_table_and_records_which_rules_fired() => Given.Flow(
        Given.Files("""
            <startEvent id="start" />
            <businessRuleTask id="rate"><extensionElements><caseflow:decision ref="level" /><caseflow:result variable="rank" /></extensionElements></businessRuleTask>
            <endEvent id="end" />
            <sequenceFlow sourceRef="start" targetRef="rate" /><sequenceFlow sourceRef="rate" targetRef="end" />
            """),
        ("level.dmn", Table))
        .Started(("amount", 12))
        .Then(
            "case started p", "set amount=12", "+ start", "- start", "> start->rate", "+ rate", "decision level gives high by high",
            "set rank=high", "- rate", "> rate->end", "+ end", "- end", "case completed");
}
