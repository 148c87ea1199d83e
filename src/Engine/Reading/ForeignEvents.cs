using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>What other engines' vocabularies add to an event's definition.</summary>
internal static class ForeignEvents
{
    public static void Translate(XElement element, ProblemList problems)
    {
        foreach (var definition in KindReader.EventDefinitions(element).ToList())
        {
            foreach (var attribute in definition.Attributes().Where(attribute => ForeignAttributes.IsForeign(attribute.Name)).ToList())
                if (!Take(element, attribute.Name.LocalName, attribute.Value))
                    ForeignAttributes.Warn(attribute, definition, problems);
            if (definition.Child("timeCycle") is { } cycle) Cycle(cycle, problems);
        }
    }

    private static bool Take(XElement element, string name, string value)
    {
        switch (name)
        {
            case "terminateAll": return true;
            case "errorCodeVariable" or "errorVariableName": return Output(element, "=errorCode", value);
            case "errorMessageVariable": return Output(element, "=errorMessage", value);
            case "escalationCodeVariable": return Output(element, "=escalationCode", value);
            default: return false;
        }
    }

    private static bool Output(XElement element, string source, string target)
    {
        ForeignAttributes.Holder(element).Add(new XElement(BpmnXml.CaseFlow + "output", new XAttribute("source", source), new XAttribute("target", target)));
        return true;
    }

    /// <summary>A cycle's end is part of the cycle itself here.</summary>
    private static void Cycle(XElement cycle, ProblemList problems)
    {
        foreach (var attribute in cycle.Attributes().Where(attribute => ForeignAttributes.IsForeign(attribute.Name)).ToList())
            if (attribute.Name.LocalName == "endDate" && !JuelTranslation.Applies(attribute.Value) && cycle.Value.Trim() is ['R', ..] text && text.Count(sign => sign == '/') == 1) cycle.Value = $"{text}/{attribute.Value.Trim()}";
            else problems.Error("foreign-attribute", $"Expected a cycle as ISO 8601 writes it, but found {attribute.Name.LocalName}=\"{attribute.Value}\", which can't be translated.", cycle);
    }
}
