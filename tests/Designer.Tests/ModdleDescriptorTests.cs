using System.Text.Json;
using System.Xml.Linq;

namespace CaseFlow.Designer.Tests;

/// <summary>The editor in the browser and the reader in the engine must know the same extension elements.</summary>
public sealed class ModdleDescriptorTests
{
    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";
    private static readonly XElement Schema = XElement.Parse(RepositoryFiles.Read("src/Engine/Reading/caseflow.xsd"));
    private static readonly JsonElement Descriptor =
        JsonDocument.Parse(RepositoryFiles.Read("src/Designer/ClientApp/src/caseflow-moddle.json")).RootElement;

    [Fact]
    public void Has_the_namespace_of_the_schema() =>
        Assert.Equal((string?)Schema.Attribute("targetNamespace"), Descriptor.GetProperty("uri").GetString());

    [Fact]
    public void Lists_the_elements_attributes_and_children_of_the_schema() =>
        Assert.Equal(FromSchema(), FromDescriptor());

    private static string[] FromSchema() =>
        [.. Schema.Descendants(Xs + "element").Where(element => element.Attribute("name") is not null).Select(Describe).Order(StringComparer.Ordinal)];

    private static string Describe(XElement element)
    {
        var type = Schema.Elements(Xs + "complexType").Single(type => (string?)type.Attribute("name") == (string?)element.Attribute("type"));
        var attributes = type.Descendants(Xs + "attribute").Select(attribute => $"{attribute.Attribute("name")!.Value}:{Simple((string?)attribute.Attribute("type"))}");
        var children = type.Descendants(Xs + "element").Select(child => "<" + ((string?)child.Attribute("ref") ?? child.Attribute("name")!.Value));
        var text = type.Elements(Xs + "simpleContent").Select(_ => "(text)");
        return $"{element.Attribute("name")!.Value} {string.Join(' ', attributes.Concat(children).Concat(text).Order(StringComparer.Ordinal))}";
    }

    private static string Simple(string? type) => type switch
    {
        "xs:boolean" => "Boolean",
        "xs:int" => "Integer",
        _ => "String",
    };

    private static string[] FromDescriptor() =>
        [.. Descriptor.GetProperty("types").EnumerateArray().Select(Describe).Order(StringComparer.Ordinal)];

    private static string Describe(JsonElement type)
    {
        var properties = type.GetProperty("properties").EnumerateArray().Select(property =>
            Is(property, "isAttr") ? $"{property.GetProperty("name").GetString()}:{property.GetProperty("type").GetString()}"
            : Is(property, "isBody") ? "(text)"
            : "<" + LowerFirst(property.GetProperty("type").GetString()!));
        return $"{LowerFirst(type.GetProperty("name").GetString()!)} {string.Join(' ', properties.Order(StringComparer.Ordinal))}";
    }

    private static bool Is(JsonElement property, string flag) => property.TryGetProperty(flag, out var value) && value.GetBoolean();

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
