using System.Globalization;
using System.Text;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Benchmarks.Engine;

/// <summary>The flows that are measured, drawn as BPMN and compiled as any other.</summary>
internal static class Drawing
{
    /// <summary>Start, so many service tasks one after the other, end.</summary>
    public static FlowPackage Line(int tasks)
    {
        var xml = new StringBuilder();
        for (var i = 0; i < tasks; i++) xml.Append(Task(i)).Append(Flow(i == 0 ? "start" : Name(i - 1), Name(i)));
        return Compile($"<startEvent id='start'/>{xml}<endEvent id='end'/>{Flow(Name(tasks - 1), "end")}");
    }

    /// <summary>A parallel gateway, so many service tasks side by side, a parallel join.</summary>
    public static FlowPackage Fan(int tasks)
    {
        var xml = new StringBuilder();
        for (var i = 0; i < tasks; i++) xml.Append(Task(i)).Append(Flow("split", Name(i))).Append(Flow(Name(i), "join"));
        return Compile($"<startEvent id='start'/>{Flow("start", "split")}<parallelGateway id='split'/>{xml}<parallelGateway id='join'/>{Flow("join", "end")}<endEvent id='end'/>");
    }

    /// <summary>A service task that is sent back to itself for ever.</summary>
    public static FlowPackage Circle() => Compile(
        $"<startEvent id='start'/>{Flow("start", "merge")}<exclusiveGateway id='merge'/>{Flow("merge", Name(0))}{Task(0)}{Flow(Name(0), "again")}"
        + $"<exclusiveGateway id='again' default='back'/><sequenceFlow id='back' sourceRef='again' targetRef='merge'/>"
        + $"<sequenceFlow id='on' sourceRef='again' targetRef='end'><conditionExpression>caseNumber = null</conditionExpression></sequenceFlow><endEvent id='end'/>");

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"task{i}");

    private static string Task(int i) => $"<serviceTask id='{Name(i)}'/>";

    private static string Flow(string from, string to) => $"<sequenceFlow id='{from}-{to}' sourceRef='{from}' targetRef='{to}'/>";

    private static FlowPackage Compile(string body)
    {
        var xml = $"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:bench'><process id='bench' isExecutable='true'>{body}</process></definitions>";
        var read = FlowReader.Read(new FlowRef("bench", 1), new Dictionary<string, string>(StringComparer.Ordinal) { ["flow.bpmn"] = xml });
        return read.Package ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }
}
