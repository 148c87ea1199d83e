using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests;

/// <summary>Begins a test: a flow to run a case of.</summary>
internal static class Given
{
    private const string Head = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="urn:caseflow:bpmn:1.0"
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
        """;

    /// <summary>A process "p" of these elements. Flows without an id are called <c>source->target</c>.</summary>
    /// <param name="root">Messages, signals, errors and other processes beside it.</param>
    public static TestCase Process(string elements, string root = "") => Flow(Files(elements, root));

    public static TestCase Flow(params (string Name, string Text)[] files) => new(Package(files));

    public static FlowPackage Package(params (string Name, string Text)[] files)
    {
        var result = Read(files);
        return result.Package ?? throw new InvalidOperationException("The test's flow is not right: " + string.Join("; ", result.Problems.Select(problem => $"{problem.Line}: {problem.Message}")));
    }

    /// <summary>The same flow's given version.</summary>
    public static FlowPackage Version(int version, string elements, string root = "") => Version(version, null, elements, root);

    public static FlowPackage Version(int version, IReadOnlyDictionary<string, FlowPackage>? callable, string elements, string root = "")
    {
        var files = new[] { Files(elements, root) }.ToImmutableDictionary(file => file.Name, file => file.Text);
        var result = FlowReader.Read(new FlowRef("test", version), files, callable);
        return result.Package ?? throw new InvalidOperationException("The test's flow is not right: " + string.Join("; ", result.Problems.Select(problem => $"{problem.Line}: {problem.Message}")));
    }

    public static FlowReadResult Read(params (string Name, string Text)[] files) => Read(null, files);

    public static FlowReadResult Read(IReadOnlyDictionary<string, FlowPackage>? callable, params (string Name, string Text)[] files) =>
        FlowReader.Read(new FlowRef("test", 1), files.ToImmutableDictionary(file => file.Name, file => file.Text), callable);

    public static (string Name, string Text) Files(string elements, string root = "") =>
        ("flow.bpmn", $"{Head}<process id=\"p\" isExecutable=\"true\">{elements}</process>{root}</definitions>");

    /// <summary>Sequence flows, each written as <c>source&gt;target</c>, one space between two.</summary>
    public static string Flows(string pairs) =>
        string.Concat(pairs.Split(' ').Select(pair => pair.Split('>')).Select(ends => $"""<sequenceFlow sourceRef="{ends[0]}" targetRef="{ends[1]}" />"""));

    /// <summary>The ids of the problems' rules and elements, in the order they were found.</summary>
    public static IEnumerable<string> Problems(string elements, string root = "", ProblemSeverity severity = ProblemSeverity.Error) =>
        Read(Files(elements, root)).Problems.Where(problem => problem.Severity == severity).Select(problem => $"{problem.Rule} {problem.ElementId}");
}
