using System.Collections.Immutable;
using System.Xml.Linq;
using System.Xml.Schema;
using CaseFlow.Engine.Forms;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Flows;

/// <summary>The shipped files themselves: both languages, complete diagrams, forms that are used.</summary>
public sealed class FileTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace CaseFlow = "urn:caseflow:bpmn:1.0";

    public static TheoryData<string> Flows() => [.. ShippedFlows.Keys];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_element_has_a_name_in_both_languages(string flow)
    {
        var unnamed = Elements(flow).Where(element => !IsMerge(element)).Where(element => !HasBothNames(element)).Select(Id);
        Assert.Empty(unnamed);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_named_sequence_flow_has_a_name_in_both_languages(string flow)
    {
        var ways = Bpmn_(flow).Descendants(Bpmn + "sequenceFlow").ToList();
        Assert.Empty(ways.Where(way => way.Attribute("name") is not null && !HasBothNames(way)).Select(Id));
        Assert.Empty(ways.Where(way => way.Element(Bpmn + "conditionExpression") is not null && way.Attribute("name") is null).Select(Id));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Clocks_closures_and_actions_are_named_in_both_languages(string flow)
    {
        var named = Bpmn_(flow).Descendants().Where(element => element.Name == CaseFlow + "clock" || element.Name == CaseFlow + "closure" || element.Name == CaseFlow + "action");
        Assert.Empty(named.Where(element => element.Elements(CaseFlow + "text").SingleOrDefault(text => text.Attribute("lang")?.Value == "en")?.Attribute("name") is null).Select(element => element.ToString()));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void The_diagram_shows_every_element_and_every_arrow_once(string flow)
    {
        var drawn = Bpmn_(flow).Descendants().Where(shape => shape.Name == Di + "BPMNShape" || shape.Name == Di + "BPMNEdge").Select(shape => shape.Attribute("bpmnElement")!.Value);
        var modelled = Elements(flow).Concat(Bpmn_(flow).Descendants(Bpmn + "sequenceFlow")).Select(Id);
        Assert.Equal(modelled.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Extension_elements_follow_the_schema(string flow)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(CaseFlow.NamespaceName, Repository.Path("src/Engine/Reading/caseflow.xsd"));
        var errors = new List<string>();
        foreach (var element in Bpmn_(flow).Descendants(Bpmn + "extensionElements").Elements().Where(element => element.Name.Namespace == CaseFlow))
            new XDocument(element).Validate(schemas, (_, found) => errors.Add($"{element.Parent!.Parent!.Attribute("id")?.Value}: {found.Message}"));
        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_form_is_used_and_is_in_both_languages(string flow)
    {
        var used = Bpmn_(flow).Descendants().SelectMany(element => new[] { element.Name == CaseFlow + "form" ? element.Attribute("key") : null, element.Name == CaseFlow + "action" ? element.Attribute("form") : null })
            .OfType<XAttribute>().Select(attribute => attribute.Value).Distinct();
        var forms = ShippedFlows.World.Package(flow).Forms;
        Assert.Equal(forms.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.Empty(forms.Values.SelectMany(form => Fields(form.Fields).Where(field => !IsBilingual(field)).Select(field => $"{form.Key}.{field.Key}")));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void The_description_is_in_both_languages(string flow)
    {
        var lines = ShippedFlows.Files(flow)["README.md"].Split('\n');
        Assert.Equal(2, lines.Count(line => line.StartsWith("# ", StringComparison.Ordinal)));
        Assert.Single(lines, line => line == "---");
    }

    private static XDocument Bpmn_(string flow) => XDocument.Parse(ShippedFlows.Files(flow)["flow.bpmn"]);

    private static IEnumerable<XElement> Elements(string flow) =>
        Bpmn_(flow).Descendants(Bpmn + "process").Single().Descendants().Where(element => element.Name.Namespace == Bpmn && IsNode(element.Name.LocalName));

    private static bool IsNode(string name) =>
        name.EndsWith("Event", StringComparison.Ordinal) || name.EndsWith("Gateway", StringComparison.Ordinal) || name.EndsWith("Task", StringComparison.Ordinal) || name is "subProcess" or "callActivity";

    /// <summary>A gateway where ways only join carries no name.</summary>
    private static bool IsMerge(XElement element) => element.Name == Bpmn + "exclusiveGateway" && element.Elements(Bpmn + "outgoing").Count() == 1;

    private static bool HasBothNames(XElement element) =>
        element.Attribute("name")?.Value.Length > 0
        && element.Element(Bpmn + "extensionElements")?.Elements(CaseFlow + "text").SingleOrDefault(text => text.Attribute("lang")!.Value == "en")?.Attribute("name")?.Value.Length > 0;

    private static IEnumerable<FormField> Fields(ImmutableArray<FormField> fields) => fields.SelectMany(field => Fields(field.Fields).Prepend(field));

    private static bool IsBilingual(FormField field) =>
        (field.Label is null || field.Label.English is not null) && (field.Description is null || field.Description.English is not null) && field.Options.All(option => option.Label.English is not null);

    private static string Id(XElement element) => element.Attribute("id")!.Value;
}
