using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Variable mappings of other engines: of called processes (<c>in</c>, <c>out</c>) and of any activity (<c>inputOutput</c>).</summary>
internal static class ForeignMappings
{
    /// <summary>False: it is not taken over. All variables pass anyway when nothing else is mapped.</summary>
    public static bool Call(XElement place, XElement mapping, string direction)
    {
        if (mapping.Attr("variables") == "all") return place.Child("extensionElements")!.Elements().Count(other => other.Name == mapping.Name && other.Attr("businessKey") is null) == 1;
        if (mapping.Attr("businessKey") is { } key) return key.Contains("usinessKey", StringComparison.Ordinal) || Add(place, direction, ForeignAttributes.Expression(key), "businessKey");
        var source = mapping.Attr("sourceExpression") is { } expression ? ForeignExtensions.AsFeel(expression) : mapping.Attr("source") is { Length: > 0 } name ? ForeignExtensions.AsFeel(name) : null;
        return source is not null && mapping.Attr("target") is { Length: > 0 } target && Add(place, direction, source, target);
    }

    public static bool Parameters(XElement place, XElement parameters, ProblemList problems)
    {
        foreach (var parameter in parameters.Elements())
            if (Value(parameter) is not { } value || parameter.Attr("name") is not { Length: > 0 } name || parameter.Name.LocalName is not ("inputParameter" or "outputParameter"))
                problems.Error("foreign-extension", $"Expected a parameter that can be translated, but {parameter.Name.LocalName} {parameter.Attr("name")} can't.", parameter);
            else Add(place, parameter.Name.LocalName == "inputParameter" ? "input" : "output", value, name);
        return true;
    }

    private static bool Add(XElement place, string direction, string source, string target)
    {
        ForeignAttributes.Holder(place).Add(new XElement(BpmnXml.CaseFlow + direction, new XAttribute("source", source), new XAttribute("target", target)));
        return true;
    }

    /// <summary>Text, an expression, a list or a map of them. Null: a script.</summary>
    private static string? Value(XElement parameter) => parameter.Elements().FirstOrDefault() switch
    {
        null => parameter.Value.Trim() is { Length: > 0 } text ? ForeignAttributes.Expression(text) : "=null",
        { Name.LocalName: "list" } list => list.Elements().All(item => item.Name.LocalName == "value") ? $"=[{string.Join(", ", list.Elements().Select(Item))}]" : null,
        { Name.LocalName: "map" } map => $"={{{string.Join(", ", map.Elements().Select(entry => $"{Quoted(entry.Attr("key") ?? "")}: {Item(entry)}"))}}}",
        _ => null,
    };

    private static string Item(XElement item) => JuelTranslation.Applies(item.Value.Trim()) ? JuelTranslation.Translate(item.Value.Trim()) ?? item.Value : Quoted(item.Value.Trim());

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
