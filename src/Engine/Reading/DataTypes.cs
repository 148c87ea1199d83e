using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Types of data objects and properties: their item definition's structure, when it is one of XML Schema's or FEEL's own. Other structures are not checked.</summary>
internal static class DataTypes
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["string"] = "string",
        ["boolean"] = "boolean",
        ["date"] = "date",
        ["time"] = "time",
        ["dateTime"] = "date and time",
        ["dayTimeDuration"] = "days and time duration",
        ["yearMonthDuration"] = "years and months duration",
        ["number"] = "number",
        ["decimal"] = "number",
        ["double"] = "number",
        ["float"] = "number",
        ["int"] = "number",
        ["integer"] = "number",
        ["long"] = "number",
        ["short"] = "number",
    };

    public static ImmutableArray<DataField> Of(XElement scope)
    {
        var fields = ImmutableArray.CreateBuilder<DataField>();
        foreach (var data in scope.Elements().Where(data => data.IsBpmn() && data.Name.LocalName is "dataObject" or "property"))
            if (DataNames.Name(data) is { } name && TypeOf(data) is { } type)
                fields.Add(new DataField(name, type));
        return fields.ToImmutable();
    }

    private static FeelType? TypeOf(XElement data)
    {
        if (data.Reference("itemSubjectRef") is not { } reference) return null;
        var item = data.Document?.Root?.Elements(BpmnXml.Bpmn + "itemDefinition").FirstOrDefault(item => item.Id() == reference);
        var structure = item is null ? reference : item.Reference("structureRef");
        if (structure is null || !Names.TryGetValue(structure, out var name) || SimpleType.Find(name) is not { } type) return null;
        return data.Flag("isCollection", item?.Flag("isCollection", false) ?? false) ? new ListType(type) : type;
    }
}
