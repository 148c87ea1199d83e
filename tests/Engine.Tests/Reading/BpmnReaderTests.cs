using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class BpmnReaderTests
{
    [Fact]
    public void A_document_type_is_refused() => Assert.Equal(
        ["not-xml"],
        Given.Read(("flow.bpmn", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions>&e;</definitions>")).Problems.Select(problem => problem.Rule));

    [Fact]
    public void What_is_not_BPMN_is_refused() => Assert.Equal(["not-bpmn"], Given.Read(("flow.bpmn", "<html />")).Problems.Select(problem => problem.Rule));

    [Fact]
    public void A_flow_has_one_BPMN_file() => Assert.Equal(["bpmn-files"], Given.Read(("a.txt", "")).Problems.Select(problem => problem.Rule));

    [Fact]
    public void Names_come_in_both_languages()
    {
        var package = Given.Package(Given.Files("""
            <startEvent id="start" /><userTask id="sign" name="签收"><extensionElements><caseflow:text lang="en" name="Sign" /></extensionElements></userTask>
            <sequenceFlow sourceRef="start" targetRef="sign" />
            """));
        Assert.Equal(new LocalText("签收", "Sign"), package.ElementNames["sign"]);
    }

    [Fact]
    public void A_pool_that_is_not_run_may_stand_beside()
    {
        var package = Given.Package(Given.Files(
            "<startEvent id=\"s\" /><endEvent id=\"e\" /><sequenceFlow sourceRef=\"s\" targetRef=\"e\" />",
            "<process id=\"resident\" isExecutable=\"false\"><task id=\"t\" /></process><collaboration id=\"c\"><participant id=\"p1\" name=\"Bureau\" processRef=\"p\" /></collaboration>"));
        Assert.Equal(["p"], package.Processes.Keys);
        Assert.Equal(new LocalText("Bureau"), package.Name);
    }
}
