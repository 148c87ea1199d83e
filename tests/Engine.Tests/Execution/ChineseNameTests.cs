namespace CaseFlow.Engine.Tests.Execution;

/// <summary>Names with blanks and in Chinese work wherever a flow holds FEEL.</summary>
public sealed class ChineseNameTests
{
    private const string Table = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d" namespace="t">
          <inputData id="i1" name="居民 意见" /><inputData id="i2" name="回访 次数" />
          <decision id="next" name="下一步">
            <informationRequirement id="n1"><requiredInput href="#i1" /></informationRequirement>
            <informationRequirement id="n2"><requiredInput href="#i2" /></informationRequirement>
            <decisionTable id="dt" hitPolicy="FIRST">
              <input id="c1"><inputExpression id="e1"><text>居民 意见</text></inputExpression></input>
              <input id="c2"><inputExpression id="e2"><text>回访 次数 + 1</text></inputExpression></input>
              <output id="out" name="办法" />
              <rule id="again"><inputEntry id="a1"><text>"不满意"</text></inputEntry><inputEntry id="a2"><text>&lt;= 3</text></inputEntry><outputEntry id="a3"><text>"再次 回访"</text></outputEntry></rule>
              <rule id="rest"><inputEntry id="b1"><text>-</text></inputEntry><inputEntry id="b2"><text>-</text></inputEntry><outputEntry id="b3"><text>"办结"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    [Fact]
    public void In_conditions_tables_scripts_filters_and_loops() => Given.Flow(
        Given.Files("""
            <startEvent id="start" />
            <exclusiveGateway id="gate" default="no" />
            <businessRuleTask id="ask"><extensionElements><caseflow:decision ref="next" /><caseflow:result variable="下一步 办法" /></extensionElements></businessRuleTask>
            <scriptTask id="sum" scriptFormat="feel"><extensionElements><caseflow:result variable="低分 份数" /></extensionElements><script>count(评价 分数[item &lt; 及格 线])</script></scriptTask>
            <task id="call"><extensionElements><caseflow:collection input="=评价 分数[item &lt; 及格 线]" element="分数" /></extensionElements><multiInstanceLoopCharacteristics isSequential="true" /></task>
            <endEvent id="end" />
            <endEvent id="other" />
            <sequenceFlow sourceRef="start" targetRef="gate" />
            <sequenceFlow sourceRef="gate" targetRef="ask"><conditionExpression>居民 意见 = "不满意" and 回访 次数 &lt; 3</conditionExpression></sequenceFlow>
            <sequenceFlow id="no" sourceRef="gate" targetRef="other" />
            <sequenceFlow sourceRef="ask" targetRef="sum" />
            <sequenceFlow sourceRef="sum" targetRef="call" />
            <sequenceFlow sourceRef="call" targetRef="end" />
            """),
        ("next.dmn", Table))
        .Started(("居民 意见", "不满意"), ("回访 次数", 1), ("评价 分数", new object[] { 2, 5, 3 }), ("及格 线", 4))
        .Then(
            "case started p", "set 居民 意见=不满意 回访 次数=1 评价 分数=[2,5,3] 及格 线=4", "+ start", "- start", "> start->gate", "+ gate", "- gate",
            "> gate->ask (居民 意见 = \"不满意\" and 回访 次数 < 3)", "+ ask", "decision next gives 再次 回访 by again", "set 下一步 办法=再次 回访",
            "- ask", "> ask->sum", "+ sum", "set 低分 份数=2",
            "- sum", "> sum->call", "+ call", "loop call of 2", "+ call #1", "set 分数=2 in 6",
            "instance #1 of call gives null", "- call", "+ call #2", "set 分数=3 in 7",
            "instance #2 of call gives null", "- call", "- call", "> call->end", "+ end", "- end", "case completed");
}
