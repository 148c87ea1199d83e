using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CaseFlow.Cli.Drive;

namespace CaseFlow.Cli.Tests.Drive;

/// <summary>Whatever a line holds, it gets exactly one answer, with <c>ok</c>, and the next line is read. Seeded: a failure comes again.</summary>
public sealed class DriverFuzzTests
{
    private const int Lines = 1_000;

    private static readonly string Flow = JsonSerializer.Serialize("""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
          <message id="m" name="news" /><signal id="s" name="alarm" />
          <process id="p" isExecutable="true">
            <startEvent id="start" /><sequenceFlow sourceRef="start" targetRef="fork" /><parallelGateway id="fork" />
            <sequenceFlow sourceRef="fork" targetRef="task" /><userTask id="task" />
            <boundaryEvent id="tick" attachedToRef="task" cancelActivity="false"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
            <sequenceFlow sourceRef="fork" targetRef="service" /><serviceTask id="service" />
            <sequenceFlow sourceRef="fork" targetRef="wait" /><intermediateCatchEvent id="wait"><messageEventDefinition messageRef="m" /></intermediateCatchEvent>
            <sequenceFlow sourceRef="fork" targetRef="alarmed" /><intermediateCatchEvent id="alarmed"><signalEventDefinition signalRef="s" /></intermediateCatchEvent>
            <sequenceFlow sourceRef="fork" targetRef="stage" /><adHocSubProcess id="stage"><userTask id="step" /><completionCondition>done</completionCondition></adHocSubProcess>
          </process>
        </definitions>
        """);

    /// <summary>Every op with its fields, each of the kind it has to be.</summary>
    private static readonly (string Op, (string Name, string Value)[] Fields)[] Ops =
    [
        ("reset", [("now", "\"2026-01-05T09:00:00+08:00\""), ("autoJobs", "true")]),
        ("deploy", [("xml", Flow), ("file", "\"/nowhere/flow.bpmn\"")]),
        ("start", [("process", "\"p\""), ("variables", "{\"a\":1}"), ("businessKey", "\"k\""), ("element", "\"start\"")]),
        ("complete", [("instance", "\"case-1\""), ("element", "\"task\""), ("task", "\"3\""), ("variables", "{\"done\":true}")]),
        ("completeJob", [("instance", "\"case-1\""), ("element", "\"service\""), ("variables", "{\"a\":[1,2]}")]),
        ("failJob", [("instance", "\"case-1\""), ("element", "\"service\""), ("error", "\"E\""), ("message", "\"no\""), ("retries", "2")]),
        ("message", [("name", "\"news\""), ("correlation", "\"c\""), ("variables", "{}")]),
        ("signal", [("name", "\"alarm\""), ("variables", "{\"x\":null}")]),
        ("set", [("instance", "\"case-1\""), ("variables", "{\"b\":2}"), ("element", "\"stage\"")]),
        ("startAdHoc", [("instance", "\"case-1\""), ("element", "\"step\"")]),
        ("retry", [("instance", "\"case-1\""), ("element", "\"service\""), ("incident", "\"3\"")]),
        ("skip", [("instance", "\"case-1\""), ("element", "\"service\""), ("incident", "\"3\""), ("flow", "\"f1\""), ("reason", "\"r\"")]),
        ("mend", [("instance", "\"case-1\""), ("element", "\"service\""), ("variables", "{\"a\":1}"), ("reason", "\"r\"")]),
        ("migrate", [("instance", "\"case-1\""), ("to", "1"), ("map", "{\"task\":\"service\"}"), ("dryRun", "true"), ("reason", "\"r\"")]),
        ("advance", [("by", "\"PT1H\""), ("to", "\"2026-01-06T09:00:00+08:00\"")]),
        ("state", [("instance", "\"case-1\"")]),
        ("decide", [("file", "\"/nowhere/t.dmn\""), ("decision", "\"d\""), ("input", "{\"a\":1}")]),
        ("feel", [("expression", "\"a + 1\""), ("context", "{\"a\":1}"), ("unary", "true"), ("value", "3")]),
        ("due", [("start", "\"2026-02-12T10:00:00+08:00\""), ("amount", "{\"workingDays\":3,\"rule\":\"sameTime\"}"), ("calendar", "\"/nowhere/office.json\"")]),
    ];

    private static readonly string[] Wrong =
    [
        "null", "true", "false", "0", "-1", "1e400", "-1e400", "1e-400", "99999999999999999999999999999999999999", "1.5", "\"\"", "\" \"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[[[]]]",
        "{}", "{\"\":{}}", "{\"a\":1e999}", "{\"a\":{\"a\":{\"a\":[]}}}", "\"P\"", "\"PT99999999999999H\"", "\"P9999Y\"", "\"-PT1H\"", "\"9999-12-31T23:59:59+08:00\"", "\"0000-00-00\"", "\"case-99\"",
        "\"居民\"", "\"../../../etc/passwd\"", "\"/\"", "\"((((((((\"", "\"for i in 1..1000000000 return i\"", "{\"workingDays\":1e28}", "{\"workingHours\":-3}", "{\"workingDays\":\"x\"}",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_thousand_random_lines_get_a_thousand_answers(int seed)
    {
        var random = new Random(seed);
        var driver = new Driver();
        for (var number = 0; number < Lines; number++)
        {
            var line = Line(random);
            var watch = Stopwatch.StartNew();
            var answer = driver.Answer(line);
            Assert.True(IsAnswer(answer), $"Line {number} of seed {seed}: {line} was answered by {answer}");
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"Line {number} of seed {seed}: {line} took {watch.Elapsed}.");
        }

        Assert.True(IsAnswer(driver.Answer("{\"op\":\"reset\"}")));
        Assert.Equal("""{"ok":true,"value":2}""", driver.Answer("""{"op":"feel","expression":"1 + 1"}"""));
    }

    [Fact]
    public void No_op_is_left_out()
    {
        using var answer = JsonDocument.Parse(new Driver().Answer("""{"op":"?"}"""));
        var known = answer.RootElement.GetProperty("error").GetString()!["Expected an op of ".Length..].Split(", but")[0].Split(", ");
        Assert.Equal(known.Order(StringComparer.Ordinal), Ops.Select(op => op.Op).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lines_that_hold_no_line_break_of_their_own_answer_one_line_each()
    {
        var random = new Random(4);
        var lines = Enumerable.Range(0, 200).Select(_ => Line(random).ReplaceLineEndings(" ")).ToList();
        using var output = new StringWriter();
        new Driver().Run(new StringReader(string.Join("\n", lines)), output);
        Assert.Equal(lines.Count, output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static bool IsAnswer(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return !answer.Contains('\n', StringComparison.Ordinal) && document.RootElement.GetProperty("ok").ValueKind is JsonValueKind.True or JsonValueKind.False
            && !answer.Contains("Unexpected", StringComparison.Ordinal);
    }

    private static string Line(Random random)
    {
        var line = Valid(random);
        return random.Next(6) switch
        {
            0 => Noise(random),
            1 => line[..random.Next(line.Length)],
            2 => new string('[', random.Next(1, 5_000)) + line,
            3 => line.Insert(random.Next(line.Length), ((char)random.Next(1, 0x300)).ToString()),
            _ => line,
        };
    }

    /// <summary>An op in any order of ops, some of its fields left out, some with a value of a wrong kind.</summary>
    private static string Valid(Random random)
    {
        var (op, fields) = Ops[random.Next(Ops.Length)];
        var name = random.Next(25) == 0 ? Wrong[random.Next(Wrong.Length)] : JsonSerializer.Serialize(random.Next(25) == 0 ? op + "x" : op);
        var line = new StringBuilder("{\"op\":").Append(name);
        foreach (var field in fields.Where(_ => random.Next(5) > 0))
            line.Append(CultureInfo.InvariantCulture, $",\"{field.Name}\":{(random.Next(5) == 0 ? Wrong[random.Next(Wrong.Length)] : field.Value)}");
        return line.Append('}').ToString();
    }

    private static string Noise(Random random)
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }
}
