using System.Text.Json;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>deploy</c>: checks and keeps a <c>file</c> (BPMN, DMN, form) or <c>xml</c>. A <c>flow.bpmn</c> brings the tables and forms of its folder and the calendars beside it.</summary>
internal static class DeployOp
{
    private const string NoBpmn = "bpmn-files";

    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var (name, files) = Files(session, request);
        if (FlowFiles.IsTableOrForm(name)) DeployTable(session, name, files[name], answer);
        else DeployFlow(session, name, files, answer);
    }

    private static (string Name, Dictionary<string, string> Files) Files(DriveSession session, DriveRequest request)
    {
        if (request.OptionalText("xml") is { } xml)
        {
            var name = xml.Contains("/DMN/", StringComparison.Ordinal) ? "deployed.dmn" : "deployed.bpmn";
            return (name, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = xml });
        }

        var file = request.File("file");
        if (FlowFiles.IsFlowFolder(file)) session.World.Take(FlowFiles.CalendarsBeside(FlowFiles.FolderOf(file)));
        return (Path.GetFileName(file), FlowFiles.Of(file));
    }

    private static void DeployFlow(DriveSession session, string name, Dictionary<string, string> files, Utf8JsonWriter answer)
    {
        var bpmn = name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".bpmn20.xml", StringComparison.OrdinalIgnoreCase) ? name + ".bpmn" : name;
        if (bpmn != name && files.Remove(name, out var text)) files[bpmn] = text;
        var result = session.World.Deploy(bpmn, files);
        if (result.Package is { } package) session.Timers.Watch(package, session.Now);
        Answer(result.Problems, result.Package?.Processes.Keys, result.Package?.Decisions.SelectMany(model => model.Decisions).Select(decision => decision.Id), answer);
    }

    private static void DeployTable(DriveSession session, string name, string text, Utf8JsonWriter answer)
    {
        var read = FlowReader.Read(new FlowRef(name, 0), new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text });
        var problems = read.Problems.Where(problem => problem.Rule != NoBpmn).ToList();
        var decisions = name.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase) ? DmnReader.Read(text, name).Model?.Decisions.Select(decision => decision.Id) : null;
        if (!problems.Exists(problem => problem.Severity == ProblemSeverity.Error)) session.World.Keep(name, text);
        Answer(problems, [], decisions, answer);
    }

    private static void Answer(IReadOnlyCollection<Problem> problems, IEnumerable<string>? processes, IEnumerable<string>? decisions, Utf8JsonWriter answer)
    {
        var refused = problems.Any(problem => problem.Severity == ProblemSeverity.Error);
        answer.WriteBoolean("ok", !refused);
        if (!refused)
        {
            answer.WriteTexts("processes", (processes ?? []).Order(StringComparer.Ordinal));
            answer.WriteTexts("decisions", decisions ?? []);
        }

        Write("problems", problems.Where(problem => problem.Severity == ProblemSeverity.Error), refused, answer);
        Write("warnings", problems.Where(problem => problem.Severity == ProblemSeverity.Warning), true, answer);
    }

    private static void Write(string name, IEnumerable<Problem> problems, bool always, Utf8JsonWriter answer)
    {
        if (!always) return;
        answer.WriteStartArray(name);
        foreach (var problem in problems)
        {
            answer.WriteStartObject();
            answer.WriteString("file", problem.File);
            answer.WriteString("element", problem.ElementId);
            answer.WriteNumber("line", problem.Line);
            answer.WriteString("rule", problem.Rule);
            answer.WriteString("message", problem.Message);
            TrialJson.Write(problem.Steps, answer);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
