using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Attributes of other engines' vocabularies on an element.</summary>
internal static class ForeignAttributes
{
    private static readonly string[] Vocabularies =
        ["http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn", "http://activiti.org/bpmn", "http://flowable.org/bpmn", "http://camunda.org/schema/zeebe/1.0"];

    public static bool IsForeign(XName name) => Array.IndexOf(Vocabularies, name.NamespaceName) >= 0;

    public static void Translate(XElement element, CompileContext context)
    {
        foreach (var attribute in element.Attributes().Where(attribute => IsForeign(attribute.Name)).ToList())
            if (!Take(element, attribute.Name.LocalName, attribute.Value, context))
                Warn(attribute, element, context.Problems);
    }

    /// <summary>Names what an element carries that nobody translates.</summary>
    public static void Leftover(XElement element, ProblemList problems)
    {
        foreach (var attribute in element.Attributes().Where(attribute => IsForeign(attribute.Name))) Warn(attribute, element, problems);
        foreach (var foreign in element.Child("extensionElements")?.Elements().Where(child => IsForeign(child.Name)) ?? [])
            problems.Warning("foreign-extension", $"Expected the flow format's own extensions, but found {foreign.Name.LocalName}: it is not used.", foreign);
    }

    public static void Warn(XAttribute attribute, XElement place, ProblemList problems) =>
        problems.Warning("foreign-attribute", $"Expected the flow format's own extensions, but found {attribute.Name.LocalName}=\"{attribute.Value}\": it is not used.", place);

    public static bool Flag(XElement element, string name) => element.Attributes().Any(attribute => IsForeign(attribute.Name) && attribute.Name.LocalName == name && attribute.Value is "true" or "1");

    private static bool Take(XElement element, string name, string value, CompileContext context)
    {
        switch (name)
        {
            case "assignee": Extension(element, "assignment").SetAttributeValue("assignee", Expression(value)); return true;
            case "candidateGroups": Extension(element, "assignment").SetAttributeValue("team", value.Split(',')[0].Trim()); return !value.Contains(',', StringComparison.Ordinal);
            case "formKey" or "formRef" when context.Forms.ContainsKey(value): Extension(element, "form").SetAttributeValue("key", value); return true;
            case "decisionRef": Extension(element, "decision").SetAttributeValue("ref", value); return true;
            case "resultVariable" or "resultVariableName": Extension(element, "result").SetAttributeValue("variable", value); return true;
            case "versionTag" when element.Name == BpmnXml.Bpmn + "process": Extension(element, "version").SetAttributeValue("tag", value); return true;
            case "calledElementBinding": Bind(element, value); return true;
            case "calledElementVersionTag": Extension(element, "call").SetAttributeValue("versionTag", value); return true;
            case "inheritVariables" when value == "true" && element.Name.LocalName == "callActivity": return true;
            case "topic" or "type" when element.Name.LocalName.EndsWith("Task", StringComparison.Ordinal): return true;
            default: return false;
        }
    }

    /// <summary>A number of a version is theirs, not ours: that binding is left as it is, so that publication refuses it.</summary>
    internal static void Bind(XElement call, string? binding)
    {
        if (binding is not null) Extension(call, "call").SetAttributeValue("binding", binding switch { "deployment" => "pinned", "versionTag" => "version-tag", _ => binding });
    }

    internal static XElement Extension(XElement element, string name)
    {
        var holder = Holder(element);
        var extension = holder.Element(BpmnXml.CaseFlow + name);
        if (extension is null) holder.Add(extension = new XElement(BpmnXml.CaseFlow + name));
        return extension;
    }

    internal static XElement Holder(XElement element)
    {
        var holder = element.Child("extensionElements");
        if (holder is null) element.AddFirst(holder = new XElement(BpmnXml.Bpmn + "extensionElements"));
        return holder;
    }

    /// <summary>A foreign expression in our form; other text stays a constant.</summary>
    internal static string Expression(string value) =>
        JuelTranslation.Applies(value.Trim()) && JuelTranslation.Translate(value.Trim()) is { } feel ? "=" + feel : value;
}
