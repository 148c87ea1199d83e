using System.Xml.Linq;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Conformance.Parse;

/// <summary>What a file holds, counted without the reader: what the reader accepts must have all of it, or have told what it dropped.</summary>
internal static class Inventory
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static readonly string[] Nodes =
        ["Task", "task", "Event", "Gateway", "callActivity", "subProcess", "adHocSubProcess", "transaction", "sequenceFlow"];

    /// <summary>Ids of flow elements that are neither in the package nor named by a problem.</summary>
    public static IEnumerable<string> Missing(string xml, FlowReadResult read)
    {
        var compiled = read.Package!.Processes.Values.SelectMany(process => process.Elements.Select(element => element.Id).Concat(process.Flows.Select(flow => flow.Id)));
        var known = compiled.Concat(read.Problems.Select(problem => problem.ElementId).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        return XDocument.Parse(xml).Descendants(Bpmn + "process").Where(process => (string?)process.Attribute("isExecutable") is not ("false" or "0"))
            .Descendants().Where(element => element.Name.Namespace == Bpmn && Nodes.Any(node => element.Name.LocalName.EndsWith(node, StringComparison.Ordinal)))
            .Select(element => (string?)element.Attribute("id")).OfType<string>().Where(id => !known.Contains(id));
    }

    /// <summary>Names of decisions, business knowledge models and decision services that the model has not.</summary>
    public static IEnumerable<string> MissingDecisions(string xml, DmnReadResult read)
    {
        var known = read.Model!.Decisions.Select(decision => decision.Id).Concat(read.Model.Decisions.Select(decision => decision.Name)).ToHashSet(StringComparer.Ordinal);
        return XDocument.Parse(xml).Root!.Elements().Where(element => element.Name.LocalName == "decision")
            .Select(decision => (string?)decision.Attribute("id") ?? (string?)decision.Attribute("name") ?? "").Where(name => !known.Contains(name));
    }
}
