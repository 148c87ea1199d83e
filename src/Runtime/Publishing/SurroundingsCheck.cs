using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Publishing;

/// <summary>What a flow may refer to outside its own files.</summary>
internal sealed record Surroundings(UnitTree Tree, IReadOnlyCollection<string> Calendars);

/// <summary>
/// Warns of teams, units and calendars that the tenant doesn't have. Warnings only: the directory may be filled after the flow is published.
/// </summary>
internal static class SurroundingsCheck
{
    private static readonly XNamespace CaseFlow = "urn:caseflow:bpmn:1.0";

    public static IEnumerable<Problem> Run(IReadOnlyDictionary<string, string> files, Surroundings surroundings) =>
        from file in files
        where file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase)
        from element in ElementsOf(file.Value)
        from finding in Check(element, surroundings)
        select new Problem(ProblemSeverity.Warning, finding.Rule, finding.Message, file.Key, ((IXmlLineInfo)element).LineNumber, OwnerOf(element));

    private static IEnumerable<(string Rule, string Message)> Check(XElement element, Surroundings surroundings)
    {
        var teams = Words(element, "team").Concat(Words(element, "teams")).Concat(Words(element, "escalateTo"));
        foreach (var team in teams)
            if (!surroundings.Tree.Teams.Any(known => known.Key == team))
                yield return ("unknown-team", $"Expected a team that some unit has, but no unit has a team {team}.");
        foreach (var unit in Words(element, "unit"))
            if (surroundings.Tree.Find(unit) is null)
                yield return ("unknown-unit", $"Expected the code of a unit, but there is no unit {unit}.");
        foreach (var calendar in Words(element, "calendar"))
            if (!surroundings.Calendars.Contains(calendar))
                yield return ("unknown-calendar", $"Expected one of the calendars {string.Join(", ", surroundings.Calendars)}, but found {calendar}.");
    }

    /// <summary>The attribute's constants; an expression is known only when the case runs.</summary>
    private static string[] Words(XElement element, string attribute) =>
        element.Attribute(attribute)?.Value is { } text && !text.StartsWith('=') ? text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) : [];

    private static IEnumerable<XElement> ElementsOf(string bpmn)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(bpmn), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return [.. XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants().Where(element => element.Name.Namespace == CaseFlow)];
        }
        catch (XmlException)
        {
            // The flow reader reports what is wrong with the XML.
            return [];
        }
    }

    private static string? OwnerOf(XElement element) =>
        element.Ancestors().FirstOrDefault(above => above.Name.Namespace != CaseFlow && above.Name.LocalName != "extensionElements")?.Attribute("id")?.Value;
}
