using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

public sealed class UserTaskTests
{
    [Fact]
    public void Waits_for_a_person_and_goes_on_with_what_they_gave() => Given.Process("""
        <startEvent id="start" /><userTask id="sign" /><endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="sign" /><sequenceFlow sourceRef="sign" targetRef="end" />
        """)
        .Started(("title", "Broken lamp"))
        .Then("case started p", "set title=Broken lamp", "+ start", "- start", "> start->sign", "+ sign", "task sign")
        .Complete("sign", ("accepted", true))
        .Then("task sign done by wang", "set accepted=true", "- sign", "> sign->end", "+ end", "- end", "case completed")
        .ThenStatus(CaseStatus.Completed);
}
