using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Decisions;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads DMN 1.1 to 1.5 into a model that is ready to run. What it can't run it refuses, by element and line.</summary>
public static class DmnReader
{
    private const int MaxDepth = 150;

    private static readonly string[] KnownElements =
    [
        "extensionElements", "description", "import", "itemDefinition", "inputData", "decision", "businessKnowledgeModel", "decisionService",
        "knowledgeSource", "textAnnotation", "association", "group", "elementCollection", "performanceIndicator", "organizationUnit", "artifact",
    ];

    /// <summary>Reads one file; <paramref name="imports"/> are the models it may import, found by namespace.</summary>
    /// <param name="published">True for a file that was checked when its flow was published: what nobody reads is not told of again.</param>
    public static DmnReadResult Read(string xml, string file, IReadOnlyList<DecisionModel>? imports = null, bool published = false)
    {
        XElement root;
        try
        {
            root = Load(xml);
        }
        catch (XmlException error)
        {
            return new DmnReadResult(null, [new DmnProblem(file, "", error.LineNumber, $"Expected well-formed XML without a DTD, but: {error.Message}")], []);
        }
        var source = new DmnSource(file, root);
        if (root.Name.LocalName != "definitions" || !root.Name.NamespaceName.Contains("omg.org/spec/DMN/", StringComparison.OrdinalIgnoreCase))
        {
            source.Problem(root, $"Expected DMN definitions, but the file holds {root.Name}.");
            return new DmnReadResult(null, [.. source.Problems], []);
        }
        if (!published) Tell(source);
        var model = new DmnGraph(source, imports ?? []).Read();
        return new DmnReadResult(model, [.. source.Problems], [.. source.Warnings]);
    }

    private static void Tell(DmnSource source)
    {
        foreach (var element in source.Root.Elements())
            if (element.Name.Namespace == source.Dmn && Array.IndexOf(KnownElements, element.Name.LocalName) < 0)
                source.Problem(element, $"Expected an element that can be run, but <{element.Name.LocalName}> can't.");
        new DmnStrangers(source).Tell();
    }

    /// <summary>The namespaces a file imports, to find out which models must be read before it. Empty for what is no XML.</summary>
    public static IReadOnlyList<string> ImportedNamespaces(string xml)
    {
        try
        {
            var root = Load(xml);
            return [.. root.Elements(root.Name.Namespace + "import").Select(import => (string?)import.Attribute("namespace") ?? "")];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    /// <summary>The namespace of a file's model; empty for what is no XML.</summary>
    internal static string NamespaceOf(string xml)
    {
        try
        {
            return (string?)Load(xml).Attribute("namespace") ?? "";
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static XElement Load(string xml)
    {
        CheckDepth(xml);
        using var reader = Reader(xml);
        return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
    }

    /// <summary>The readers of the parts call themselves for parts within parts: a file without a bound here could end the process.</summary>
    private static void CheckDepth(string xml)
    {
        using var reader = Reader(xml);
        while (reader.Read())
            if (reader.Depth > MaxDepth)
                throw new XmlException($"elements are nested more than {MaxDepth} deep.", null, ((IXmlLineInfo)reader).LineNumber, 1);
    }

    private static XmlReader Reader(string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 };
        return XmlReader.Create(new StringReader(xml), settings);
    }
}
