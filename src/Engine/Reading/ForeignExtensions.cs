using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Extension elements of other engines' vocabularies.</summary>
internal static class ForeignExtensions
{
    public static void Translate(XElement element, ProblemList problems)
    {
        var places = element.Elements().Where(child => child.IsBpmn() && !KindReader.IsFlowElement(child) && child.Name.LocalName != "extensionElements").Append(element);
        foreach (var place in places.ToList())
        {
            if (place != element) TranslateLoop(place, problems);
            foreach (var foreign in place.Child("extensionElements")?.Elements().Where(child => ForeignAttributes.IsForeign(child.Name)).ToList() ?? [])
                if (!Take(place, foreign, problems))
                    problems.Warning("foreign-extension", $"Expected the flow format's own extensions, but found {foreign.Name.LocalName}: it is not used.", foreign);
        }
    }

    /// <summary>Collections of repeated activities are attributes of their loop characteristics there.</summary>
    private static void TranslateLoop(XElement loop, ProblemList problems)
    {
        if (loop.Name.LocalName != "multiInstanceLoopCharacteristics") return;
        foreach (var attribute in loop.Attributes().Where(attribute => ForeignAttributes.IsForeign(attribute.Name)).ToList())
        {
            if (attribute.Name.LocalName == "collection") SetCollection(loop, "input", AsFeel(attribute.Value));
            else if (attribute.Name.LocalName == "elementVariable") SetCollection(loop, "element", attribute.Value);
            else ForeignAttributes.Warn(attribute, loop, problems);
        }
    }

    private static bool Take(XElement place, XElement foreign, ProblemList problems)
    {
        switch (foreign.Name.LocalName)
        {
            case "assignmentDefinition":
                Set(place, "assignment", "assignee", foreign.Attr("assignee"));
                Set(place, "assignment", "team", foreign.Attr("candidateGroups")?.Split(',')[0].Trim());
                return true;
            case "formDefinition": return Set(place, "form", "key", foreign.Attr("formId") ?? foreign.Attr("formKey"));
            case "calledDecision": return Set(place, "decision", "ref", foreign.Attr("decisionId")) | Set(place, "result", "variable", foreign.Attr("resultVariable"));
            case "calledElement": return Call(place, foreign);
            case "versionTag": return Set(place, "version", "tag", foreign.Attr("value"));
            case "subscription": return Set(place, "correlation", "key", foreign.Attr("correlationKey"));
            case "ioMapping": return Mappings(place, foreign);
            case "loopCharacteristics": return Loop(place, foreign);
            case "script": return Script(place, foreign);
            case "in": return ForeignMappings.Call(place, foreign, "input");
            case "out": return ForeignMappings.Call(place, foreign, "output");
            case "inputOutput": return ForeignMappings.Parameters(place, foreign, problems);
            case "userTask": return true;
            default: return false;
        }
    }

    private static bool Call(XElement place, XElement foreign)
    {
        place.SetAttributeValue("calledElement", foreign.Attr("processId"));
        ForeignAttributes.Bind(place, foreign.Attr("bindingType"));
        return Set(place, "call", "versionTag", foreign.Attr("versionTag"));
    }

    private static bool Script(XElement place, XElement foreign)
    {
        place.SetAttributeValue("scriptFormat", "feel");
        place.Add(new XElement(BpmnXml.Bpmn + "script", foreign.Attr("expression")));
        return Set(place, "result", "variable", foreign.Attr("resultVariable"));
    }

    private static bool Mappings(XElement place, XElement foreign)
    {
        foreach (var mapping in foreign.Elements().Where(child => child.Name.LocalName is "input" or "output"))
            place.Child("extensionElements")!.Add(new XElement(
                BpmnXml.CaseFlow + mapping.Name.LocalName, new XAttribute("source", mapping.Attr("source") ?? ""), new XAttribute("target", mapping.Attr("target") ?? "")));
        return true;
    }

    private static bool Loop(XElement loop, XElement foreign)
    {
        SetCollection(loop, "input", foreign.Attr("inputCollection"));
        SetCollection(loop, "element", foreign.Attr("inputElement") ?? "item");
        SetCollection(loop, "output", foreign.Attr("outputCollection"));
        SetCollection(loop, "outputElement", foreign.Attr("outputElement"));
        return true;
    }

    private static void SetCollection(XElement loop, string attribute, string? value) => Set(loop, "collection", attribute, value);

    internal static string AsFeel(string value) => JuelTranslation.Applies(value) ? ForeignAttributes.Expression(value) : "=" + value;

    private static bool Set(XElement place, string extension, string attribute, string? value)
    {
        if (value is not null) ForeignAttributes.Extension(place, extension).SetAttributeValue(attribute, value);
        return true;
    }
}
