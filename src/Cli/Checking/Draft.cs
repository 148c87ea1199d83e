using CaseFlow.Cli.Drive;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Checking;

/// <summary>A flow on trial: read and checked as publication does, with the flows beside it that it may call.</summary>
internal sealed record Draft(FlowPackage Package, DraftWorld World)
{
    /// <summary>Null when the flow is refused; the terminal has been told, as <c>check</c> tells it.</summary>
    /// <exception cref="Engine.Clocks.CalendarFormatException">A calendar beside the flow can't be read.</exception>
    public static Draft? Read(string path, Terminal terminal)
    {
        var own = FlowFolder.Find(path).ToList();
        if (own.Count != 1)
        {
            terminal.Error.WriteLine($"Expected a folder with one flow, but {path} has {own.Count}.");
            return null;
        }

        var check = new FlowCheck([own[0], .. Beside(own[0])]);
        var problems = check.Run().Where(found => found.Flow == own[0]).ToList();
        if (!problems.Exists(found => found.Problem.Severity == ProblemSeverity.Error) && check.Package(own[0]) is { } package) return new Draft(package, new DraftWorld(check.Packages, FlowFiles.CalendarsBeside(own[0].Path)));
        foreach (var (flow, problem) in problems) ProblemText.Write(terminal.Error, flow, problem);
        return null;
    }

    /// <summary>Flows in the folders next to it; never what lies deeper, as a draft may lie anywhere.</summary>
    private static IEnumerable<FlowFolder> Beside(FlowFolder own)
    {
        var folder = Path.GetFullPath(own.Path);
        return from other in Directory.EnumerateDirectories(Path.GetDirectoryName(folder) ?? folder).Order(StringComparer.Ordinal)
               where other != folder && File.Exists(Path.Combine(other, "flow.bpmn"))
               select FlowFolder.Read(other);
    }
}
