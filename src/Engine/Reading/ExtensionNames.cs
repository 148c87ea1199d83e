using System.Collections.Frozen;
using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Our extension elements and their attributes, as caseflow.xsd has them. A misspelt one would be ignored, so it is refused.</summary>
internal static class ExtensionNames
{
    private static readonly FrozenDictionary<string, string[]> Attributes = new Dictionary<string, string[]>
    {
        ["text"] = ["lang", "name", "documentation"],
        ["catalogue"] = ["kind", "public", "order"],
        ["clock"] = ["id", "name", "start", "stop", "rule", "amount", "calendar", "warnAt", "escalateAt", "escalateTo", "public"],
        ["closure"] = ["id", "name", "without"],
        ["closedLoop"] = ["evaluation", "clock", "callBack", "returnGround", "holdReview"],
        ["loopStep"] = ["as"],
        ["form"] = ["key"],
        ["assignment"] = ["team", "unit", "assignee", "not", "audience"],
        ["due"] = ["rule", "amount", "calendar"],
        ["workingTime"] = ["rule", "amount", "calendar"],
        ["evaluation"] = ["by", "of"],
        ["stage"] = ["order"],
        ["action"] = ["label", "teams", "form", "style", "audience"],
        ["activity"] = ["type", "retries", "backoff"],
        ["setting"] = ["name"],
        ["call"] = ["binding", "versionTag"],
        ["version"] = ["tag"],
        ["result"] = ["variable"],
        ["decision"] = ["ref"],
        ["input"] = ["source", "target"],
        ["output"] = ["source", "target"],
        ["correlation"] = ["key"],
        ["clockCommand"] = ["clock", "command", "amount", "reason"],
        ["close"] = ["type"],
        ["collection"] = ["input", "element", "output", "outputElement"],
    }.ToFrozenDictionary();

    public static void Check(XElement element, ProblemList problems)
    {
        var places = element.Elements().Where(child => child.IsBpmn() && !KindReader.IsFlowElement(child)).Append(element);
        foreach (var place in places.Concat(KindReader.EventDefinitions(element)).Distinct())
            foreach (var extension in place.Child("extensionElements")?.Descendants().Where(child => child.Name.Namespace == BpmnXml.CaseFlow) ?? [])
                CheckAttributes(extension, problems);
    }

    public static void CheckAttributes(XElement extension, ProblemList problems)
    {
        var name = extension.Name.LocalName;
        if (!Attributes.TryGetValue(name, out var known))
        {
            problems.Error("unknown-extension", $"Expected an extension of the flow format, but found caseflow:{name}.", extension);
            return;
        }

        foreach (var attribute in extension.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0))
            if (!known.Contains(attribute.Name.LocalName))
                problems.Error("unknown-extension", $"Expected caseflow:{name} with {string.Join(", ", known)}, but found {attribute.Name.LocalName}.", extension);
    }
}
