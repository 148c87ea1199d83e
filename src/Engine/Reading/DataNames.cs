using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Variables that data objects, properties and the inputs and outputs of activities stand for.</summary>
internal static class DataNames
{
    /// <summary>What Camunda's Modeler draws an association to when it leads to the activity itself and carries nothing.</summary>
    private const string Placeholder = "__targetRef_placeholder";

    private static readonly string[] Holders = ["dataObject", "property", "dataInput", "dataOutput", "inputDataItem", "outputDataItem"];

    /// <summary>Data objects and properties of a scope: variables of its own.</summary>
    public static IEnumerable<string> OfScope(XElement scope) =>
        scope.Elements().Where(data => data.IsBpmn() && data.Name.LocalName is "dataObject" or "property").Select(Name).OfType<string>();

    /// <summary>The variable that a reference means; null: it carries nothing, or a data store.</summary>
    public static string? Of(XElement process, string? reference)
    {
        if (BpmnXml.WithoutPrefix(reference) is not { } id) return null;
        var found = process.Descendants().FirstOrDefault(element => element.IsBpmn() && element.Id() == id);
        return found?.Name.LocalName switch
        {
            null => id,
            "dataObjectReference" => found.Reference("dataObjectRef") is { } target && target != id ? Of(process, target) : Name(found),
            var kind when Array.IndexOf(Holders, kind) >= 0 => Name(found),
            _ => null,
        };
    }

    public static bool IsStore(XElement process, string reference) =>
        process.Descendants(BpmnXml.Bpmn + "dataStoreReference").Any(store => store.Id() == BpmnXml.WithoutPrefix(reference));

    public static string? Name(XElement data)
    {
        var name = data.Attr("name") is { Length: > 0 } given ? given : data.Id();
        return name == Placeholder ? null : name;
    }
}
