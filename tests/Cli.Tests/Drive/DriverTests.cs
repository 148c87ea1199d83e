using System.Text.Json;
using CaseFlow.Cli.Drive;
using CaseFlow.TestSupport;

namespace CaseFlow.Cli.Tests.Drive;

public sealed class DriverTests
{
    private static readonly string OfficeCn = Repository.Path("workflows/calendars/office-cn.json");

    [Theory]
    [InlineData("""{"op":"feel","expression":"0.1 + 0.2"}""", """{"ok":true,"value":0.3}""")]
    [InlineData("""{"op":"feel","expression":"a name + 1","context":{"a name":2}}""", """{"ok":true,"value":3}""")]
    [InlineData("""{"op":"feel","expression":"1 + \"a\""}""", """{"ok":true,"value":null}""")]
    [InlineData("""{"op":"feel","expression":"date(\"2026-01-05\") + duration(\"P1D\")"}""", """{"ok":true,"value":"2026-01-06"}""")]
    [InlineData("""{"op":"feel","expression":"string(today())"}""", """{"ok":true,"value":"2026-01-05"}""")]
    [InlineData("""{"op":"feel","expression":"[1..3], 7","unary":true,"value":2}""", """{"ok":true,"value":true}""")]
    [InlineData("""{"op":"feel","expression":"< 5","unary":true,"value":"a"}""", """{"ok":true,"value":null}""")]
    [InlineData("""{"op":"feel","expression":"{\"名\": \"电梯\"}"}""", """{"ok":true,"value":{"名":"电梯"}}""")]
    public void Feel_answers_with_its_value(string line, string answer) => Assert.Equal(answer, new Driver().Answer(line));

    [Theory]
    [InlineData("P1M", "2026-03-12T10:00:00+08:00")]
    [InlineData("PT36H", "2026-02-13T22:00:00+08:00")]
    [InlineData("""{"workingHours":10}""", "2026-02-13T12:00:00+08:00")]
    [InlineData("""{"workingDays":3}""", "2026-02-24T10:00:00+08:00")]
    [InlineData("""{"workingDays":2,"rule":"nextDayEndOfDay"}""", "2026-02-14T17:00:00+08:00")]
    public void Due_times_follow_the_calendar(string amount, string due)
    {
        var json = amount.StartsWith('{') ? amount : $"\"{amount}\"";
        Assert.Equal($$"""{"ok":true,"due":"{{due}}"}""", new Driver().Answer($$"""{"op":"due","start":"2026-02-12T10:00:00+08:00","amount":{{json}},"calendar":{{JsonSerializer.Serialize(OfficeCn)}}}"""));
    }

    [Fact]
    public void A_due_time_in_an_unknown_year_says_so() =>
        Assert.Equal(
            """{"ok":true,"due":"2027-01-01T10:00:00+08:00","missingYears":[2027]}""",
            new Driver().Answer($$"""{"op":"due","start":"2026-12-31T10:00","amount":{"workingDays":1},"calendar":{{JsonSerializer.Serialize(OfficeCn)}}}"""));

    [Fact]
    public void A_decision_answers_with_its_value_and_the_rows_that_fired()
    {
        const string table = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="grades" namespace="urn:test">
              <inputData id="i" name="hours"><variable name="hours" typeRef="number"/></inputData>
              <decision id="grade" name="Grade of a case"><variable name="Grade of a case" typeRef="string"/>
                <informationRequirement><requiredInput href="#i"/></informationRequirement>
                <decisionTable hitPolicy="UNIQUE"><input><inputExpression><text>hours</text></inputExpression></input><output/>
                  <rule id="short"><inputEntry><text>&lt;= 24</text></inputEntry><outputEntry><text>"urgent"</text></outputEntry></rule>
                  <rule id="long"><inputEntry><text>&gt; 12</text></inputEntry><outputEntry><text>"ordinary"</text></outputEntry></rule>
                </decisionTable></decision>
            </definitions>
            """;
        var file = Path.Combine(Directory.CreateTempSubdirectory("caseflow-decide-").FullName, "grades.dmn");
        File.WriteAllText(file, table);
        var driver = new Driver();

        Assert.Equal("""{"ok":true,"value":"urgent","rules":["short"],"inputs":{"hours":2},"tables":["grade"],"file":"grades.dmn"}""", Decide("grade", 2));
        Assert.Equal("""{"ok":true,"value":"ordinary","rules":["long"],"inputs":{"hours":48},"tables":["grade"],"file":"grades.dmn"}""", Decide("Grade of a case", 48));
        Assert.StartsWith("""{"ok":false,"error":""", Decide("grade", 20), StringComparison.Ordinal);
        Assert.StartsWith("""{"ok":false,"error":"Expected a decision of grades""", Decide("nothing", 20), StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        string Decide(string decision, int hours) =>
            driver.Answer($$"""{"op":"decide","file":{{JsonSerializer.Serialize(file)}},"decision":"{{decision}}","input":{"hours": {{hours}} } }""");
    }

    [Fact]
    public void A_reset_sets_the_clock()
    {
        var driver = new Driver();

        Assert.Equal("""{"ok":true}""", driver.Answer("""{"op":"reset","now":"2026-05-01T00:00:00Z"}"""));
        Assert.Equal("""{"ok":true,"value":"2026-05-01"}""", driver.Answer("""{"op":"feel","expression":"string(today())"}"""));
    }

    [Theory]
    [InlineData("", "Expected a JSON object on a line.")]
    [InlineData("[1]", "Expected a JSON object on a line.")]
    [InlineData("{", "Expected a JSON object on a line.")]
    [InlineData("{}", "Expected a text 'op', but there is none.")]
    [InlineData("""{"op":5}""", "Expected 'op' to be a text.")]
    [InlineData("""{"op":"feel"}""", "Expected a text 'expression', but there is none.")]
    [InlineData("""{"op":"feel","expression":"1","context":[1]}""", "Expected 'context' to be an object of named values.")]
    [InlineData("""{"op":"due","start":"2026-01-05","amount":{"workingDays":1}}""", "Expected a 'calendar' for an amount of working time, but there is none.")]
    [InlineData("""{"op":"due","start":"2026-01-05","amount":3}""", "Expected an 'amount': an ISO 8601 duration, or an object with workingDays or workingHours.")]
    [InlineData("""{"op":"reset","now":"soon"}""", "Expected a date and time such as 2026-03-01T09:00:00+08:00, but found 'soon'.")]
    public void A_line_that_cannot_be_done_is_refused(string line, string error)
    {
        using var answer = JsonDocument.Parse(new Driver().Answer(line));

        Assert.False(answer.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(error, answer.RootElement.GetProperty("error").GetString());
    }

    [Fact]
    public void Every_line_of_noise_gets_one_answer_and_the_driver_goes_on()
    {
        var random = new Random(1);
        var lines = Enumerable.Range(0, 1000).Select(_ => Noise(random)).ToList();
        using var output = new StringWriter { NewLine = "\n" };

        new Driver().Run(new StringReader(string.Join('\n', lines) + "\n{\"op\":\"feel\",\"expression\":\"1\"}\n"), output);

        var answers = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(1001, answers.Length);
        Assert.Equal("""{"ok":true,"value":1}""", answers[^1]);
        Assert.All(answers, answer => Assert.Contains(JsonDocument.Parse(answer).RootElement.GetProperty("ok").ValueKind, new[] { JsonValueKind.True, JsonValueKind.False }));
    }

    /// <summary>Half of it is bytes, half is JSON that is nearly right.</summary>
    private static string Noise(Random random)
    {
        string[] ops = ["reset", "deploy", "start", "complete", "completeJob", "failJob", "message", "signal", "set", "startAdHoc", "advance", "state", "decide", "feel", "due"];
        string[] names = ["op", "file", "xml", "process", "instance", "element", "variables", "expression", "context", "unary", "value", "start", "amount", "calendar", "decision", "input", "by", "to", "now", "name"];
        string[] values = ["null", "1", "-1e400", "true", "\"\"", "\"PT1H\"", "\"/\"", "\"((((\"", "[]", "{}", "{\"workingDays\":-1}", "\"2026-01-05\"", "[[[[]]]]", "\"\\ud800\""];
        if (random.Next(2) == 0)
            return string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(1, 0x3000))).ReplaceLineEndings("").Replace('\n', ' ').Replace('\r', ' ');
        var fields = Enumerable.Range(0, random.Next(5)).Select(_ => $",\"{names[random.Next(names.Length)]}\":{values[random.Next(values.Length)]}");
        return $"{{\"op\":\"{ops[random.Next(ops.Length)]}\"{string.Concat(fields)}}}";
    }
}
