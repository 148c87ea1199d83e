using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads BPMN's XML. Document types are refused: an entity could read files or grow without end.</summary>
internal static class BpmnReader
{
    private const int LongestFile = 20_000_000;

    public static BpmnFile? Read(string xml, ProblemList problems)
    {
        try
        {
            using var text = new StringReader(xml);
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestFile };
            using var reader = XmlReader.Create(text, settings);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            if (root.Name == BpmnXml.Bpmn + "definitions") return new BpmnFile(root);
            problems.Error("not-bpmn", $"Expected BPMN 2.0 definitions, but found {root.Name}.", root);
        }
        catch (XmlException e)
        {
            problems.Add(ProblemSeverity.Error, "not-xml", $"Expected well-formed XML without a document type, but: {e.Message}", e.LineNumber, null);
        }

        return null;
    }
}
