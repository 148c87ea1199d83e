namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ScriptTaskTests
{
    [Fact]
    public void Gives_its_value_to_the_result_variable() => Given.Process("""
        <startEvent id="start" />
        <scriptTask id="sum" scriptFormat="feel"><extensionElements><caseflow:result variable="total" /></extensionElements><script>0.1 + 0.2</script></scriptTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sum" />
        <sequenceFlow sourceRef="sum" targetRef="end" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->sum", "+ sum", "set total=0.3", "- sum", "> sum->end", "+ end", "- end",
            "case completed");

    [Fact]
    public void A_context_sets_each_of_its_entries() => Given.Process("""
        <startEvent id="start" />
        <scriptTask id="sum" scriptFormat="feel"><script>{ a: 1, b: a + 1 }</script></scriptTask>
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sum" />
        <sequenceFlow sourceRef="sum" targetRef="end" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->sum", "+ sum", "set a=1 b=2", "- sum", "> sum->end", "+ end", "- end",
            "case completed");
}
