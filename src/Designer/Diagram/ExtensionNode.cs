using System.Collections.Immutable;

namespace CaseFlow.Designer.Diagram;

/// <summary>One extension element, e.g. <c>caseflow:assignment</c>; its type is the local name.</summary>
public sealed record ExtensionNode(string Type, ImmutableDictionary<string, string> Attributes, string Text, ImmutableArray<ExtensionNode> Children)
{
    public static ExtensionNode Empty(string type) => new(type, ImmutableDictionary<string, string>.Empty, "", []);

    public string this[string attribute] => Attributes.GetValueOrDefault(attribute, "");

    /// <summary>True when nothing is said in it, so that it can go.</summary>
    public bool IsBlank => Attributes.IsEmpty && Text.Length == 0 && Children.IsEmpty;

    /// <summary>An empty value takes the attribute away.</summary>
    public ExtensionNode With(string attribute, string? value) =>
        this with { Attributes = string.IsNullOrWhiteSpace(value) ? Attributes.Remove(attribute) : Attributes.SetItem(attribute, value.Trim()) };

    /// <summary>The English text of this node: a <c>text</c> child.</summary>
    public string English(string attribute = "name") => Children.FirstOrDefault(IsEnglish)?[attribute] ?? "";

    public ExtensionNode WithEnglish(string? value, string attribute = "name") =>
        this with { Children = Translated(Children, attribute, value) };

    /// <summary>Sets the English translation among the given nodes and leaves all others as they are.</summary>
    public static ImmutableArray<ExtensionNode> Translated(ImmutableArray<ExtensionNode> nodes, string attribute, string? value)
    {
        var before = nodes.FirstOrDefault(IsEnglish) ?? Empty("text").With("lang", "en");
        var after = before.With(attribute, value);
        var others = nodes.RemoveAll(IsEnglish);
        return after.Attributes.Count > 1 ? others.Add(after) : others;
    }

    private static bool IsEnglish(ExtensionNode node) => node.Type == "text" && node["lang"].StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
