namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class ExclusiveGatewayTests
{
    [Fact]
    public void Takes_the_first_flow_whose_condition_holds() => Given.Process("""
        <startEvent id="start" />
        <exclusiveGateway id="gate" default="other" />
        <sequenceFlow sourceRef="start" targetRef="gate" />
        <sequenceFlow sourceRef="gate" targetRef="a"><conditionExpression>amount > 10</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="gate" targetRef="b"><conditionExpression>amount > 5</conditionExpression></sequenceFlow>
        <sequenceFlow id="other" sourceRef="gate" targetRef="c" />
        <userTask id="a" />
        <userTask id="b" />
        <userTask id="c" />
        """)
        .Started(("amount", 20))
        .Then(
            "case started p", "set amount=20", "+ start", "- start", "> start->gate", "+ gate", "- gate", "> gate->a (amount > 10)",
            "+ a", "task a");

    [Fact]
    public void Takes_the_default_flow_when_no_condition_holds() => Given.Process("""
        <startEvent id="start" />
        <exclusiveGateway id="gate" default="other" />
        <sequenceFlow sourceRef="start" targetRef="gate" />
        <sequenceFlow id="other" sourceRef="gate" targetRef="c" />
        <sequenceFlow sourceRef="gate" targetRef="a"><conditionExpression>amount &gt; 10</conditionExpression></sequenceFlow>
        <userTask id="a" />
        <userTask id="c" />
        """)
        .Started(("amount", 1))
        .Then(
            "case started p", "set amount=1", "+ start", "- start", "> start->gate", "+ gate", "- gate", "> other (default)", "+ c",
            "task c");

    [Fact]
    public void Refuses_to_start_a_case_that_has_no_way_out() => Given.Process("""
        <startEvent id="start" />
        <exclusiveGateway id="gate" />
        <sequenceFlow sourceRef="start" targetRef="gate" />
        <sequenceFlow sourceRef="gate" targetRef="a"><conditionExpression>amount = 1</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="gate" targetRef="b"><conditionExpression>amount = 2</conditionExpression></sequenceFlow>
        <userTask id="a" />
        <userTask id="b" />
        """)
        .Started(("amount", 3))
        .ThenRejected("no-path", "Expected a condition that holds or a default flow at gate, but none of its 2 sequence flows can be taken.");

    [Fact]
    public void Stops_at_the_gateway_later_on_and_goes_on_when_a_person_retries() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask" />
        <exclusiveGateway id="gate" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="gate" />
        <sequenceFlow sourceRef="gate" targetRef="a"><conditionExpression>amount = 1</conditionExpression></sequenceFlow>
        <sequenceFlow sourceRef="gate" targetRef="b"><conditionExpression>amount = 2</conditionExpression></sequenceFlow>
        <userTask id="a" />
        <userTask id="b" />
        """)
        .Started()
        .Complete("ask", ("amount", 3))
        .Then(
            "case started p", "+ start", "- start", "> start->ask", "+ ask", "task ask", "task ask done by wang", "set amount=3",
            "- ask", "> ask->gate", "+ gate", "incident no-path at gate")
        .ThenIncident("no-path", "gate", "Expected a condition that holds or a default flow at gate, but none of its 2 sequence flows can be taken.")
        .Set(("amount", 2))
        .Retry()
        .Then("set amount=2", "incident at gate retried", "- gate", "> gate->b (amount = 2)", "+ b", "task b");

    [Fact]
    public void Says_which_variable_a_condition_lacks() => Given.Process("""
        <startEvent id="start" />
        <userTask id="ask" />
        <exclusiveGateway id="gate" default="other" />
        <sequenceFlow sourceRef="start" targetRef="ask" />
        <sequenceFlow sourceRef="ask" targetRef="gate" />
        <sequenceFlow sourceRef="gate" targetRef="a"><conditionExpression>amount > 1</conditionExpression></sequenceFlow>
        <sequenceFlow id="other" sourceRef="gate" targetRef="b" />
        <userTask id="a" />
        <userTask id="b" />
        """)
        .Started()
        .Complete("ask")
        .ThenIncident("condition", "gate", "Expected condition 'amount > 1' of sequence flow gate->a at gate to be true or false, but it is null (amount not set).");

    [Fact]
    public void Passes_every_token_of_a_merge_on() => Given.Process("""
        <startEvent id="start" />
        <parallelGateway id="fork" /><exclusiveGateway id="merge" />
        <sequenceFlow sourceRef="start" targetRef="fork" />
        <sequenceFlow sourceRef="fork" targetRef="merge" />
        <sequenceFlow id="again" sourceRef="fork" targetRef="merge" />
        <sequenceFlow sourceRef="merge" targetRef="a" />
        <userTask id="a" />
        """)
        .Started()
        .Then(
            "case started p", "+ start", "- start", "> start->fork", "+ fork", "- fork", "> fork->merge", "> again", "+ merge",
            "- merge", "> merge->a", "+ merge", "- merge", "> merge->a", "+ a", "task a", "+ a", "task a");
}
