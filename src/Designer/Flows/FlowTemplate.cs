using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CaseFlow.Designer.Flows;

/// <summary>Makes the files of a new flow: from the template that ships, or from another flow's files.</summary>
public static partial class FlowTemplate
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace CaseFlow = "urn:caseflow:bpmn:1.0";

    /// <summary>A flow's key is its folder's name and its process's id: lower-case letters, digits and dashes, a letter first.</summary>
    public static bool IsKey(string key) => KeyPattern().IsMatch(key);

    /// <summary>Handle, review, send back or finish.</summary>
    public static ImmutableDictionary<string, string> Approval(string key, string name, string english)
    {
        using var file = typeof(FlowTemplate).Assembly.GetManifestResourceStream("CaseFlow.Designer.Flows.Templates.approval.bpmn")
            ?? throw new InvalidOperationException("Expected the template approval.bpmn in the assembly, but it is not there.");
        using var reader = new StreamReader(file);
        return Copy(new Dictionary<string, string> { ["flow.bpmn"] = reader.ReadToEnd() }, key, name, english);
    }

    /// <summary>All files of another flow, with the main process under its new key and names.</summary>
    public static ImmutableDictionary<string, string> Copy(IReadOnlyDictionary<string, string> files, string key, string name, string english) =>
        files.ToImmutableDictionary(
            file => file.Key,
            file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase) ? Rename(file.Value, key, name, english) : file.Value,
            StringComparer.Ordinal);

    private static string Rename(string xml, string key, string name, string english)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        var processes = document.Root!.Elements(Bpmn + "process").ToArray();
        var main = processes.FirstOrDefault(process => (string?)process.Attribute("isExecutable") == "true") ?? processes.FirstOrDefault();
        if (main is null) return xml;
        var old = (string?)main.Attribute("id");
        main.SetAttributeValue("id", key);
        main.SetAttributeValue("name", name);
        SetEnglish(main, english);
        foreach (var plane in document.Descendants(Di + "BPMNPlane").Where(plane => (string?)plane.Attribute("bpmnElement") == old))
            plane.SetAttributeValue("bpmnElement", key);
        foreach (var pool in document.Descendants(Bpmn + "participant").Where(pool => (string?)pool.Attribute("processRef") == old))
            pool.SetAttributeValue("processRef", key);
        return document.Declaration + "\n" + document;
    }

    private static void SetEnglish(XElement process, string english)
    {
        var extensions = process.Element(Bpmn + "extensionElements");
        if (extensions is null)
        {
            extensions = new XElement(Bpmn + "extensionElements");
            process.AddFirst(extensions);
        }
        extensions.Elements(CaseFlow + "text").Where(text => (string?)text.Attribute("lang") == "en").Remove();
        if (english.Length > 0) extensions.Add(new XElement(CaseFlow + "text", new XAttribute("lang", "en"), new XAttribute("name", english)));
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,59}$")]
    private static partial Regex KeyPattern();
}
