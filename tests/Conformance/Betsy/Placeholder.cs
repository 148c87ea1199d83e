using System.Xml.Linq;

namespace CaseFlow.Conformance.Betsy;

/// <summary>
/// The files' scripts are placeholders, for each engine to put its own code in. Ours: a script that logs stays as it is, and its name is read from the trace;
/// one that takes time becomes a service task, whose job is answered when the time has passed.
/// </summary>
internal static class Placeholder
{
    private const string Timed = "CREATE_TIMESTAMP_LOG";
    private const string Logged = "SCRIPT_";

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    public static string Replace(string xml)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        var timed = Tasks(document).Where(task => Text(task).StartsWith(Timed, StringComparison.Ordinal)).ToList();
        if (timed.Count == 0) return xml;
        foreach (var task in timed)
        {
            task.Name = Bpmn + "serviceTask";
            task.Element(Bpmn + "script")!.Remove();
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>What each script task logs, by its id.</summary>
    public static Dictionary<string, string> Logs(string xml) =>
        Tasks(XDocument.Parse(xml)).Where(task => Text(task).StartsWith(Logged, StringComparison.Ordinal))
            .ToDictionary(task => (string)task.Attribute("id")!, task => Text(task)[Logged.Length..], StringComparer.Ordinal);

    private static IEnumerable<XElement> Tasks(XDocument document) => document.Descendants(Bpmn + "scriptTask");

    private static string Text(XElement task) => task.Element(Bpmn + "script")?.Value.Trim() ?? "";
}
