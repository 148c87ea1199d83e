using System.Collections.Immutable;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What a flow's call activities name, read before anything is compiled: whoever publishes looks these up.</summary>
public static class CallTargets
{
    /// <summary>Processes that are not of the files themselves, each once. A file that is no BPMN names none.</summary>
    public static IReadOnlyList<CallTarget> In(IReadOnlyDictionary<string, string> files) =>
        [.. files.Where(file => IsBpmn(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => In(file.Value)).Distinct()];

    /// <summary>The version tag of the file's main process; null: none.</summary>
    public static string? VersionTagIn(IReadOnlyDictionary<string, string> files)
    {
        foreach (var file in files.Where(file => IsBpmn(file.Key)))
        {
            if (BpmnReader.Read(file.Value, new ProblemList("")) is not { } read) continue;
            var main = read.Processes.FirstOrDefault(process => process.Flag("isExecutable", true)) ?? (read.Processes.Count > 0 ? read.Processes[0] : null);
            if (main is null) continue;
            Translate(main, read);
            return main.Extension("version")?.Attr("tag");
        }

        return null;
    }

    private static IEnumerable<CallTarget> In(string text)
    {
        if (BpmnReader.Read(text, new ProblemList("")) is not { } file) yield break;
        foreach (var xml in file.Processes.SelectMany(process => process.Descendants(BpmnXml.Bpmn + "callActivity")).ToList())
        {
            Translate(xml, file);
            if (xml.Reference("calledElement") is not { } process) continue;
            var target = CallReader.Target(xml, process);
            if (target.VersionTag is not null || file.Processes.All(own => own.Id() != process)) yield return target;
        }
    }

    private static void Translate(System.Xml.Linq.XElement xml, BpmnFile file)
    {
        var context = new CompileContext(
            new FlowRef("", 0), file, new ProblemList(""), ImmutableDictionary<string, FormDefinition>.Empty, ImmutableHashSet<string>.Empty, ImmutableDictionary<string, FlowPackage>.Empty);
        ForeignAttributes.Translate(xml, context);
        ForeignExtensions.Translate(xml, context.Problems);
    }

    private static bool IsBpmn(string name) => name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".bpmn20.xml", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A process that a call activity names.</summary>
/// <param name="VersionTag">Which published version; null: the newest.</param>
public sealed record CallTarget(string Process, string? VersionTag)
{
    /// <summary>What callable flows are looked up by. A process id holds no "@".</summary>
    public string Key => VersionTag is null ? Process : $"{Process}@{VersionTag}";
}
