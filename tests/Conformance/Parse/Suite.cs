using CaseFlow.Cli.Drive;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Conformance.Parse;

/// <summary>Reads every BPMN, DMN and form file below a directory. Each is read whole, or refused by name and line; none crashes the reader, none is taken in part without a word.</summary>
internal static class Suite
{
    private const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>Prints a row a file (with <c>--verbose</c>; else only of those that are refused or fail) and last "N passed, N failed"; answers how many failed.</summary>
    public static int Run(SuiteOptions options)
    {
        var (passed, failed, refused) = (0, 0, 0);
        foreach (var file in Directory.EnumerateFiles(options.Directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Read(file) is not { } finding) continue;
            if (finding.Failure is null) passed++;
            else failed++;
            if (finding.Refusal is not null) refused++;
            if (options.Verbose || finding != new Finding(null, null))
                Console.WriteLine($"{(finding.Failure is null ? "passed" : "FAILED")} {Path.GetRelativePath(options.Directory, file)} {finding.Failure ?? finding.Refusal}");
        }

        Console.WriteLine($"of those passed, {refused} are refused, each by name and line");
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed;
    }

    /// <summary>Null: not a file of ours.</summary>
    private static Finding? Read(string file)
    {
        try
        {
            return Kind(file) switch
            {
                FileKind.Flow => Flow(file),
                FileKind.Decisions => Decisions(file),
                FileKind.Form => Form(file),
                _ => null,
            };
        }
        catch (Exception e)
        {
            return new Finding(null, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private static FileKind Kind(string file) => Path.GetFileName(file) switch
    {
        var name when name.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase) => FileKind.Decisions,
        var name when name.EndsWith(".form", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".form.json", StringComparison.OrdinalIgnoreCase) => FileKind.Form,
        var name when name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase) || IsBpmnXml(file, name) => FileKind.Flow,
        _ => FileKind.Other,
    };

    private static bool IsBpmnXml(string file, string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && File.ReadAllText(file).Contains($"\"{Bpmn}\"", StringComparison.Ordinal);

    private static Finding Flow(string file)
    {
        var xml = File.ReadAllText(file);
        var read = FlowReader.Read(new FlowRef("parse", 1), new Dictionary<string, string> { ["flow.bpmn"] = xml });
        if (read.Package is null) return Refused(read.Problems.Where(problem => problem.Severity == ProblemSeverity.Error));
        var missing = Inventory.Missing(xml, read).ToList();
        return new Finding(null, missing.Count == 0 ? null : $"accepted without {string.Join(", ", missing)}");
    }

    private static Finding Decisions(string file)
    {
        var xml = File.ReadAllText(file);
        try
        {
            DecisionFiles.Read(file);
        }
        catch (DriveFault)
        {
            return Refused(DmnReader.Read(xml, Path.GetFileName(file)).Problems.Select(problem => new Problem(ProblemSeverity.Error, "dmn", problem.Message, problem.File, problem.Line, problem.Element)));
        }

        var missing = DmnReader.Read(xml, Path.GetFileName(file)) is { Model: not null } alone ? Inventory.MissingDecisions(xml, alone).ToList() : [];
        return new Finding(null, missing.Count == 0 ? null : $"accepted without {string.Join(", ", missing)}");
    }

    private static Finding Form(string file)
    {
        var problems = FlowReader.Read(new FlowRef("parse", 1), new Dictionary<string, string> { ["file.form.json"] = File.ReadAllText(file) }).Problems.Where(problem => problem.File == "file.form.json").ToList();
        return problems.Exists(problem => problem.Severity == ProblemSeverity.Error) ? Refused(problems) : new Finding(null, null);
    }

    private static Finding Refused(IEnumerable<Problem> problems)
    {
        var all = problems.ToList();
        var nameless = all.Find(problem => problem.File.Length == 0 || problem.Line < 1 || problem.Message.Length == 0);
        return nameless is null
            ? new Finding($"{all[0].Rule} {all[0].ElementId} line {all[0].Line}: {all[0].Message}", null)
            : new Finding(null, $"refused without a place: {nameless.Rule} {nameless.ElementId}: {nameless.Message}");
    }

    private enum FileKind
    {
        Other,
        Flow,
        Decisions,
        Form,
    }

    private sealed record Finding(string? Refusal, string? Failure);
}
