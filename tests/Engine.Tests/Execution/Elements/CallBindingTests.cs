using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Tests.Execution.Elements;

/// <summary>Which version of a flow a call activity runs.</summary>
public sealed class CallBindingTests
{
    private static readonly FlowPackage One = Child(1, "x1", "spring");
    private static readonly FlowPackage Two = Child(2, "x2", "autumn");
    private static readonly FlowPackage Three = Child(3, "x3", null);

    private static readonly Dictionary<string, FlowPackage> Known = new() { ["child"] = Two, ["child@spring"] = One, ["child@autumn"] = Two };

    [Fact]
    public void Calls_what_was_newest_at_publication_unless_told_otherwise() => Case("").Started().ThenLive("call", "x2");

    [Fact]
    public void Latest_calls_what_is_newest_at_the_moment_of_the_call() => Case("<caseflow:call binding=\"latest\" />").Started().ThenLive("call", "x3");

    [Fact]
    public void Latest_falls_back_to_what_was_known_at_publication()
    {
        var caller = Given.Version(1, Known, Call("<caseflow:call binding=\"latest\" />"));
        Assert.Equal(Two.Ref, caller.Processes["p"]["call"].Call!.Flow);
    }

    [Fact]
    public void A_version_tag_calls_the_version_that_bears_it() => Case("<caseflow:call binding=\"version-tag\" versionTag=\"spring\" />").Started().ThenLive("call", "x1");

    /// <summary>A version that comes while the call runs changes nothing for it.</summary>
    [Fact]
    public void A_running_call_keeps_its_version()
    {
        var caller = Given.Version(1, Known, Call("<caseflow:call binding=\"latest\" />") + "<userTask id=\"again\" /><sequenceFlow sourceRef=\"call\" targetRef=\"again\" />");
        var before = new TestWorld(caller, One, Two);
        var after = new TestWorld(caller, One, Two, Three);
        var test = new TestCase(caller, One, Two).Started().ThenLive("call", "x2");
        var complete = new Commands.CompleteTask(TestCase.Someone, test.KeyOf("x2"), TestCase.Values([]));
        var (there, here) = (Engine.Execution.Interpreter.Advance(before, test.State, complete, test.Now), Engine.Execution.Interpreter.Advance(after, test.State, complete, test.Now));
        Assert.Equal(CaseSnapshot.Write(((Engine.Execution.Advanced)there).State), CaseSnapshot.Write(((Engine.Execution.Advanced)here).State));
    }

    [Fact]
    public void A_newest_version_that_cannot_start_by_itself_is_an_incident()
    {
        var silent = Flow(3, "<startEvent id=\"s\"><messageEventDefinition messageRef=\"m\" /></startEvent><endEvent id=\"e\" /><sequenceFlow sourceRef=\"s\" targetRef=\"e\" />", "<message id=\"m\" name=\"go\" />");
        new TestCase(Given.Version(1, Known, Call("<caseflow:call binding=\"latest\" />")), One, Two, silent).Started()
            .ThenIncident("called-start", "call", "Expected process child of child@3 called by call to have a none start event, but it has none.");
    }

    [Theory]
    [InlineData("<caseflow:call binding=\"version-tag\" versionTag=\"winter\" />", "unknown-called-process", "Expected a published flow with process child and version tag winter, but there is none.")]
    [InlineData("<caseflow:call binding=\"version-tag\" />", "call-binding", "Expected versionTag with the binding version-tag, but it is missing.")]
    [InlineData("<caseflow:call binding=\"newest\" />", "call-binding", "Expected the binding pinned, latest or version-tag, but found newest.")]
    [InlineData("<caseflow:call versionTag=\"spring\" />", "call-binding", "Expected the binding version-tag for versionTag=\"spring\", but it is another.")]
    public void What_cannot_be_called_is_refused_at_its_line(string call, string rule, string message)
    {
        var problem = Assert.Single(Given.Read(Known, Given.Files(Call(call))).Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal((rule, "call", 3, message), (problem.Rule, problem.ElementId, problem.Line, problem.Message));
    }

    [Theory]
    [InlineData("camunda:calledElementBinding=\"latest\"", "x3")]
    [InlineData("camunda:calledElementBinding=\"deployment\"", "x2")]
    [InlineData("camunda:calledElementBinding=\"versionTag\" camunda:calledElementVersionTag=\"spring\"", "x1")]
    public void Another_vocabulary_says_the_same(string attributes, string live)
    {
        var call = Call("").Replace("calledElement=", $"xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" {attributes} calledElement=", StringComparison.Ordinal);
        new TestCase(Given.Version(1, Known, call), One, Two, Three).Started().ThenLive("call", live);
    }

    [Fact]
    public void A_version_number_of_another_engine_is_refused()
    {
        var call = Call("").Replace("calledElement=", "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\"2\" calledElement=", StringComparison.Ordinal);
        Assert.Contains(Given.Read(Known, Given.Files(call)).Problems, problem => problem is { Rule: "call-binding", Severity: ProblemSeverity.Error, Message: "Expected the binding pinned, latest or version-tag, but found version." });
    }

    [Theory]
    [InlineData("bindingType=\"latest\"", "x3")]
    [InlineData("bindingType=\"versionTag\" versionTag=\"spring\"", "x1")]
    public void Zeebes_called_element_says_the_same(string attributes, string live) =>
        Case($"<zeebe:calledElement xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" processId=\"child\" {attributes} />").Started().ThenLive("call", live);

    [Fact]
    public void What_is_called_is_known_before_publication()
    {
        var (name, text) = Given.Files(
            Call("<caseflow:call binding=\"version-tag\" versionTag=\"spring\" />") + "<callActivity id=\"other\" calledElement=\"elsewhere\" /><callActivity id=\"own\" calledElement=\"q\" />", "<process id=\"q\" />");
        Assert.Equal(["child@spring", "elsewhere"], CallTargets.In(new Dictionary<string, string> { [name] = text }).Select(target => target.Key).ToArray());
    }

    [Theory]
    [InlineData("<process id=\"p\" isExecutable=\"true\">", "<extensionElements><caseflow:version tag=\"spring\" /></extensionElements>", "spring")]
    [InlineData("<process id=\"p\" isExecutable=\"true\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" camunda:versionTag=\"1.0\">", "", "1.0")]
    [InlineData("<process id=\"p\" isExecutable=\"true\">", "<extensionElements><zeebe:versionTag xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" value=\"2.0\" /></extensionElements>", "2.0")]
    [InlineData("<process id=\"p\" isExecutable=\"true\">", "", null)]
    public void A_flow_bears_its_version_tag(string head, string extension, string? tag)
    {
        var (name, text) = Given.Files(extension + "<startEvent id=\"s\" />");
        var files = new Dictionary<string, string> { [name] = text.Replace("<process id=\"p\" isExecutable=\"true\">", head, StringComparison.Ordinal) };
        Assert.Equal((tag, tag), (CallTargets.VersionTagIn(files), FlowReader.Read(new FlowRef("p", 1), files).Package!.VersionTag));
    }

    private static TestCase Case(string extension) => new(Given.Version(1, Known, Call(extension)), One, Two, Three);

    private static string Call(string extension) => $"""
        <startEvent id="start" /><sequenceFlow sourceRef="start" targetRef="call" />
        <callActivity id="call" calledElement="child"><extensionElements>{extension}</extensionElements></callActivity>
        """;

    private static FlowPackage Child(int version, string task, string? tag) =>
        Flow(version, $"{(tag is null ? "" : $"<extensionElements><caseflow:version tag=\"{tag}\" /></extensionElements>")}<userTask id=\"{task}\" />");

    private static FlowPackage Flow(int version, string elements, string root = "")
    {
        var (name, text) = Given.Files(elements, root);
        return FlowReader.Read(new FlowRef("child", version), new Dictionary<string, string> { [name] = text.Replace("id=\"p\"", "id=\"child\"", StringComparison.Ordinal) }).Package!;
    }
}
