using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Names and small readings of BPMN files.</summary>
internal static class BpmnXml
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace CaseFlow = "urn:caseflow:bpmn:1.0";

    /// <summary>The node's line; of one that was not in the file, such as a translated extension, that of the element around it. 0: unknown.</summary>
    public static int Line(this XObject node)
    {
        for (var at = node; at is not null; at = at.Parent)
            if (at is IXmlLineInfo info && info.HasLineInfo())
                return info.LineNumber;
        return 0;
    }

    public static string? Attr(this XElement element, string name) => element.Attribute(name)?.Value;

    public static string? Id(this XElement element) => element.Attr("id");

    public static XElement? Child(this XElement element, string name) => element.Element(Bpmn + name);

    public static bool IsBpmn(this XElement element) => element.Name.Namespace == Bpmn;

    /// <summary>Our extension elements of that name.</summary>
    public static IEnumerable<XElement> Extensions(this XElement element, string name) =>
        element.Child("extensionElements")?.Elements(CaseFlow + name) ?? [];

    public static XElement? Extension(this XElement element, string name) => element.Extensions(name).FirstOrDefault();

    /// <summary>A reference without its namespace prefix.</summary>
    public static string? Reference(this XElement element, string name) => WithoutPrefix(element.Attr(name));

    public static string? WithoutPrefix(string? reference)
    {
        var value = reference?.Trim();
        return string.IsNullOrEmpty(value) ? null : value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>XML Schema's boolean.</summary>
    public static bool Flag(this XElement element, string name, bool otherwise) => element.Attr(name)?.Trim() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => otherwise,
    };

    public static int Whole(this XElement element, string name, int otherwise) =>
        int.TryParse(element.Attr(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>The name in both languages; null when there is none.</summary>
    public static LocalText? Name(this XElement element, string attribute = "name") => Text(element, element.Attr(attribute), element.Extensions("text"));

    /// <summary>The same for extension elements, whose translations stand directly within.</summary>
    public static LocalText ExtensionName(this XElement element, string attribute) =>
        Text(element, element.Attr(attribute), element.Elements(CaseFlow + "text")) ?? new LocalText(element.Attr("id") ?? "");

    private static LocalText? Text(XElement element, string? own, IEnumerable<XElement> translations)
    {
        var english = translations.FirstOrDefault(text => text.Attr("lang")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true)?.Attr("name");
        var text = string.IsNullOrWhiteSpace(own) ? english : own;
        return text is null ? null : new LocalText(text, english);
    }
}
