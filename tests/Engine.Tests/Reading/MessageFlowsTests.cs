using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class MessageFlowsTests
{
    private const string Other = """
        <message id="m" name="news" />
        <process id="q" isExecutable="true"><startEvent id="qs" /><sequenceFlow sourceRef="qs" targetRef="qr" /><receiveTask id="qr" /><sequenceFlow sourceRef="qr" targetRef="qe" /><endEvent id="qe" /></process>
        <process id="box" isExecutable="false"><task id="inside" /></process>
        """;

    private const string Sender = """<startEvent id="start" /><sequenceFlow sourceRef="start" targetRef="send" /><endEvent id="send"><messageEventDefinition /></endEvent>""";

    [Theory]
    [InlineData("""<messageFlow id="mf" sourceRef="send" targetRef="qr" />""", "mf")]
    [InlineData("""<messageFlow id="mf" name="letter" sourceRef="send" targetRef="qr" />""", "letter")]
    [InlineData("""<messageFlow id="mf" sourceRef="send" targetRef="qr" messageRef="m" />""", "news")]
    public void Both_ends_have_the_message_of_the_flow(string flow, string name)
    {
        var package = Given.Package(Given.Files(Sender, $"""<collaboration id="c"><participant id="a" processRef="p" />{flow}</collaboration>{Other}"""));
        Assert.Equal(new MessageDefinition(name, null), package.Processes["p"]["send"].Event);
        Assert.Equal(new MessageDefinition(name, null), package.Processes["q"]["qr"].Event);
        Assert.Equal([name], new TestCase(package).Started().Effects.OfType<SendMessage>().Select(message => message.Name));
    }

    [Fact]
    public void A_flow_to_a_pool_that_does_not_run_names_no_message()
    {
        var package = Given.Package(Given.Files(Sender, $"""<collaboration id="c"><participant id="a" processRef="p" /><messageFlow id="mf" sourceRef="send" targetRef="inside" /><messageFlow id="mf2" sourceRef="a" targetRef="qr" /></collaboration>{Other}"""));
        Assert.Equal(new MessageDefinition("send", null), package.Processes["p"]["send"].Event);
        Assert.Null(package.Processes["q"]["qr"].Event);
    }
}
