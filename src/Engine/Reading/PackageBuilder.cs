using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Puts a published flow together from what was read of its files.</summary>
internal static class PackageBuilder
{
    public static FlowPackage Build(
        FlowRef flow, (ImmutableArray<Process> Processes, BpmnFile File) read,
        ImmutableDictionary<string, FormDefinition> forms, ImmutableArray<DecisionModel> decisions)
    {
        var main = read.Processes[0];
        var xml = read.File.Processes.First(process => process.Id() == main.Id);
        return new FlowPackage
        {
            Ref = flow,
            MainProcess = main.Id,
            VersionTag = xml.Extension("version")?.Attr("tag"),
            Name = Name(main, read.File),
            Catalogue = xml.Extension("catalogue") is { } catalogue ? Catalogue(catalogue, xml) : null,
            Processes = read.Processes.ToImmutableDictionary(process => process.Id),
            Decisions = decisions,
            Starts = [.. read.Processes.SelectMany(Starts)],
            Stages = [.. main.Elements.Where(element => element.StageOrder is not null).OrderBy(element => element.StageOrder).Select(element => new StageInfo(element.Id, element.StageOrder!.Value, NameOf(element)))],
            Clocks = [.. read.Processes.SelectMany(process => process.Clocks).Select(clock => new ClockInfo(clock.Id, clock.Name, clock.Rule, clock.Calendar, clock.Public, clock.EscalateTo))],
            Closures = [.. read.File.Processes.SelectMany(process => process.Extensions("closure")).Select(closure => new ClosureInfo(closure.Id() ?? "", closure.ExtensionName("name")))],
            Forms = forms,
            ElementNames = read.Processes.SelectMany(process => process.Elements).ToImmutableDictionary(element => element.Id, NameOf),
            Actions = read.Processes.SelectMany(process => process.Elements).Where(element => element.Action is not null).ToImmutableDictionary(element => element.Id, Action),
            StartForm = main.Elements.FirstOrDefault(element => element.Kind == ElementKind.NoneStartEvent && element.Parent == 0)?.Form,
        };
    }

    private static IEnumerable<StartInfo> Starts(Process process) =>
        process.Elements.Where(element => element.Parent == 0 && element.Kind.IsStartEvent() && element.Kind != ElementKind.ConditionalStartEvent).Select(element => new StartInfo(
            process.Id, element.Id, (element.Event as MessageDefinition)?.Name, (element.Event as SignalDefinition)?.Name, element.Event as TimerDefinition, element.Form));

    private static LocalText NameOf(Element element) => element.Name ?? new LocalText(element.Id);

    private static ActionInfo Action(Element element) => element.Action! with { Message = (element.Event as MessageDefinition)?.Name ?? element.Id };

    /// <summary>A process without a name is called as its pool is.</summary>
    private static LocalText Name(Process process, BpmnFile file) =>
        process.Root.Name
        ?? file.Collaborations.SelectMany(collaboration => collaboration.Elements(BpmnXml.Bpmn + "participant"))
            .FirstOrDefault(participant => participant.Reference("processRef") == process.Id)?.Name()
        ?? new LocalText(process.Id);

    private static Catalogue Catalogue(XElement catalogue, XElement process) => new(
        catalogue.Attr("kind") ?? "", catalogue.Flag("public", false), catalogue.Whole("order", 100), Description(process));

    private static LocalText? Description(XElement process)
    {
        var english = process.Extensions("text").FirstOrDefault(text => text.Attr("lang")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true)?.Attr("documentation");
        var own = process.Child("documentation")?.Value.Trim();
        return own is null && english is null ? null : new LocalText(own ?? english!, english);
    }
}
