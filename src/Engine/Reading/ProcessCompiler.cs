using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Checks;
using CaseFlow.Engine.Checks.ClosedLoop;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Compiles the processes of a BPMN file in four passes: create, link, parse, check.</summary>
internal static class ProcessCompiler
{
    public static ImmutableArray<Process> Run(CompileContext context)
    {
        if (!context.Published) RefuseOthers(context);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var processes = ImmutableArray.CreateBuilder<Process>();
        foreach (var xml in context.Bpmn.Processes.Where(xml => xml.Flag("isExecutable", true)))
            processes.Add(Compile(xml, ids, context));
        if (processes.Count == 0)
            context.Problems.Add(ProblemSeverity.Error, "no-process", "Expected at least one executable process, but the file has none.", 1, null);
        if (!context.Published) Check(processes, context);
        return processes.ToImmutable();
    }

    private static void Check(IReadOnlyList<Process> processes, CompileContext context)
    {
        foreach (var process in processes) ProcessChecks.Run(process, context);
        MessageRule.Check(processes, context);
        if (!context.Problems.HasErrors) SoundnessRule.Check(processes, context);
        ClosedLoopChecks.Run(processes, context);
    }

    private static Process Compile(XElement xml, ISet<string> ids, CompileContext context)
    {
        if (!context.Published) SchemaCheck.Run(xml, context.Problems);
        var draft = CreatePass.Run(xml, ids, context.Problems);
        LinkPass.Run(draft, ids, context.Problems);
        ParsePass.Run(draft, context);
        return new Process(
            context.Flow, true, Unique(draft.Elements, element => element.Id), Unique(draft.Flows, flow => flow.Id), [.. draft.Clocks],
            ClosedLoopReader.Rules(xml, context.Bpmn.Processes.SelectMany(process => process.Extensions("closure")), context.Problems));
    }

    /// <summary>Ids given twice are a problem already; the process is made anyway, so that the other checks can run.</summary>
    private static ImmutableArray<T> Unique<T>(List<T> items, Func<T, string> id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Select(item => seen.Add(id(item)) ? item : Renamed(item, id(item) + "#" + seen.Count))];
    }

    private static T Renamed<T>(T item, string id) => item switch
    {
        Element element => (T)(object)(element with { Id = id }),
        SequenceFlow flow => (T)(object)(flow with { Id = id }),
        _ => item,
    };

    private static void RefuseOthers(CompileContext context)
    {
        foreach (var other in context.Bpmn.Others)
        {
            SchemaCheck.Run(other, context.Problems);
            ForeignAttributes.Leftover(other, context.Problems);
            if (other.Name.LocalName.StartsWith("global", StringComparison.Ordinal) || other.Name.LocalName is "choreography" or "globalConversation")
                context.Problems.Error("unsupported-element", $"Expected a supported BPMN element, but found {other.Name.LocalName}.", other);
        }
    }
}
