using System.Text.Json;

namespace CaseFlow.Cli.Tests.Checking;

public sealed class CheckVerbTests : IDisposable
{
    private const string Stuck = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" isExecutable="true">
        <startEvent id="start" /><userTask id="ask" /><exclusiveGateway id="choice" default="no" /><parallelGateway id="join" /><endEvent id="end" />
        <sequenceFlow id="f1" sourceRef="start" targetRef="ask" /><sequenceFlow id="f2" sourceRef="ask" targetRef="choice" />
        <sequenceFlow id="yes" sourceRef="choice" targetRef="join"><conditionExpression>x</conditionExpression></sequenceFlow>
        <sequenceFlow id="no" sourceRef="choice" targetRef="join" /><sequenceFlow id="f3" sourceRef="join" targetRef="end" />
        </process></definitions>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Prints_the_steps_under_the_problem_they_show()
    {
        var file = Path.Combine(_folder, "flow.bpmn");
        File.WriteAllText(file, Stuck);
        var (code, output, error) = CommandLine.Run("", "check", file);
        Assert.Equal(
            (0, $"""
            {file}:2 join warning may-get-stuck Expected every way to join to bring it all the tokens it waits for, but there is one on which it waits for ever.
                1. start start, by f1, then at ask
                2. complete ask, by f2 no, waiting on no
            1 flows, 0 errors, 1 warnings

            """, ""),
            (code, output, error));
    }

    [Fact]
    public void The_driver_answers_the_steps_with_the_warning()
    {
        var (_, output, _) = CommandLine.Run(JsonSerializer.Serialize(new { op = "deploy", xml = Stuck }) + "\n", "drive");
        var steps = JsonDocument.Parse(output).RootElement.GetProperty("warnings")[0].GetProperty("steps");
        Assert.Equal(
            """
            [{"kind":"start","element":"start","taken":["f1"],"chosen":[],"live":["ask"],"waiting":[]},{"kind":"complete","element":"ask","taken":["f2","no"],"chosen":["no"],"live":[],"waiting":["no"]}]
            """,
            steps.GetRawText());
    }
}
