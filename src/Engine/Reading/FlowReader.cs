using System.Collections.Immutable;
using CaseFlow.Engine.Checks.FormChecks;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads a flow's files, compiles them and runs every publication check.</summary>
public static class FlowReader
{
    private const string FormSuffix = ".form.json";

    /// <param name="flow">The key and version the package will have.</param>
    /// <param name="files">Name to text: <c>*.bpmn</c>, <c>*.bpmn20.xml</c>, <c>*.dmn</c>, <c>*.form.json</c>; others are ignored.</param>
    /// <param name="callable">Published flows that call activities may name, by process id.</param>
    /// <param name="published">True for a flow that was checked when it was published: what only tells of faults is left out, since a rule that came later must not stop its cases.</param>
    public static FlowReadResult Read(
        FlowRef flow, IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, FlowPackage>? callable = null, bool published = false)
    {
        var problems = new List<Problem>();
        var forms = Forms(files, problems);
        var decisions = Decisions(files, problems, published);
        var processes = Processes(flow, files, forms, decisions, callable, problems, published);
        if (!published && processes is { Processes: var compiled })
            problems.AddRange(FlowFormChecks.Run(compiled, FormFiles(files, forms), string.Join('\n', files.Where(file => file.Key.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase)).Select(file => file.Value))));
        if (problems.Exists(problem => problem.Severity == ProblemSeverity.Error) || processes is null)
            return new FlowReadResult(null, [.. problems]);
        return new FlowReadResult(PackageBuilder.Build(flow, processes.Value, forms, decisions), [.. problems]);
    }

    private static (ImmutableArray<Process> Processes, BpmnFile File)? Processes(
        FlowRef flow, IReadOnlyDictionary<string, string> files, ImmutableDictionary<string, FormDefinition> forms,
        ImmutableArray<DecisionModel> decisions, IReadOnlyDictionary<string, FlowPackage>? callable, List<Problem> problems, bool published)
    {
        var names = files.Keys.Where(IsBpmn).Order(StringComparer.Ordinal).ToList();
        if (names.Count != 1)
        {
            problems.Add(new Problem(ProblemSeverity.Error, "bpmn-files", $"Expected one BPMN file, but found {names.Count}.", names.FirstOrDefault() ?? "flow.bpmn", 0, null));
            return null;
        }

        var found = new ProblemList(names[0]);
        var file = BpmnReader.Read(files[names[0]], found);
        var decisionNames = decisions.SelectMany(model => model.Decisions).SelectMany(decision => new[] { decision.Id, decision.Name }).ToHashSet(StringComparer.Ordinal);
        var context = file is null ? null : new CompileContext(flow, file, found, forms, decisionNames, callable ?? ImmutableDictionary<string, FlowPackage>.Empty, published);
        var processes = context is null ? [] : ProcessCompiler.Run(context);
        problems.AddRange(found.All);
        return file is null ? null : (processes, file);
    }

    private static Dictionary<string, FormDefinition> FormFiles(IReadOnlyDictionary<string, string> files, ImmutableDictionary<string, FormDefinition> forms) =>
        files.Keys.Where(name => name.EndsWith(FormSuffix, StringComparison.Ordinal) && forms.ContainsKey(Path.GetFileName(name)[..^FormSuffix.Length]))
            .ToDictionary(name => name, name => forms[Path.GetFileName(name)[..^FormSuffix.Length]], StringComparer.Ordinal);

    private static bool IsBpmn(string name) => name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bpmn20.xml", StringComparison.OrdinalIgnoreCase);

    private static ImmutableDictionary<string, FormDefinition> Forms(IReadOnlyDictionary<string, string> files, List<Problem> problems)
    {
        var forms = ImmutableDictionary.CreateBuilder<string, FormDefinition>(StringComparer.Ordinal);
        foreach (var (name, text) in files.Where(file => file.Key.EndsWith(FormSuffix, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var found = new ProblemList(name);
            if (FormReader.Read(Path.GetFileName(name)[..^FormSuffix.Length], text, found) is { } form) forms[form.Key] = form;
            problems.AddRange(found.All);
        }

        return forms.ToImmutable();
    }

    private static ImmutableArray<DecisionModel> Decisions(IReadOnlyDictionary<string, string> files, List<Problem> problems, bool published)
    {
        var models = ImmutableArray.CreateBuilder<DecisionModel>();
        foreach (var result in DmnLibrary.Read(files.Where(file => file.Key.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase)).OrderBy(file => file.Key, StringComparer.Ordinal), published))
        {
            problems.AddRange(result.Problems.Select(problem => Problem(problem, ProblemSeverity.Error)));
            problems.AddRange(result.Warnings.Select(problem => Problem(problem, ProblemSeverity.Warning)));
            if (result.Model is { } model) models.Add(model);
        }

        return models.ToImmutable();
    }

    private static Problem Problem(DmnProblem problem, ProblemSeverity severity) =>
        new(severity, problem.Rule, problem.Message, problem.File, problem.Line, problem.Element.Length == 0 ? null : problem.Element);
}

/// <param name="Package">Null when a problem is an error.</param>
public sealed record FlowReadResult(FlowPackage? Package, ImmutableArray<Problem> Problems);
