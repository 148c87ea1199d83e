using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Names what the schema of BPMN 2.0 doesn't have where it stands, such as a misspelt attribute: it would be ignored. A part is refused, an attribute warned of.</summary>
internal static class SchemaCheck
{
    public static void Run(XElement root, ProblemList problems)
    {
        foreach (var element in root.DescendantsAndSelf().Where(element => element.IsBpmn() && BpmnSchema.Knows(element.Name.LocalName)))
        {
            if (element.Ancestors(BpmnXml.Bpmn + "extensionElements").Any()) continue;
            Attributes(element, problems);
            foreach (var part in element.Elements().Where(part => part.IsBpmn() && !BpmnSchema.HasPart(element.Name.LocalName, part.Name.LocalName)))
                problems.Error("unknown-part", $"Expected a part that BPMN gives {element.Name.LocalName}, but found {part.Name.LocalName}.", part);
        }
    }

    private static void Attributes(XElement element, ProblemList problems)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0))
            if (!BpmnSchema.HasAttribute(element.Name.LocalName, attribute.Name.LocalName))
                problems.Warning("unknown-attribute", $"Expected an attribute that BPMN gives {element.Name.LocalName}, but found {attribute.Name.LocalName}=\"{attribute.Value}\": it is not used.", element);
    }
}
