using System.Xml.Linq;
using CaseFlow.Engine.Decisions;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads the requirement graph: first the elements, then their links, then their logic, which needs the names of what they require.</summary>
internal sealed class DmnGraph(DmnSource source, IReadOnlyList<DecisionModel> library)
{
    private readonly Dictionary<string, GraphElement> byHref = new(StringComparer.Ordinal);
    private readonly List<(GraphElement Element, XElement Xml)> elements = [];
    private readonly Dictionary<string, string> importNames = new(StringComparer.Ordinal);

    public DecisionModel Read()
    {
        foreach (var import in source.Children(source.Root, "import")) Import(import);
        new DmnTypes(source).Read();
        foreach (var xml in source.Root.Elements()) Declare(xml);
        foreach (var (element, xml) in elements) Link(element, xml);
        new DmnCycles(source).Check(elements);
        var logic = new DmnLogic(source);
        foreach (var (element, xml) in elements) logic.Read(element, xml);
        return new DecisionModel(
            DmnSource.NameOf(source.Root), source.ModelNamespace, [.. elements.Select(pair => pair.Element)], source.Types, importNames)
        {
            File = source.File,
        };
    }

    /// <summary>An import of another kind than DMN is only a matter for whoever uses it, which nothing here does.</summary>
    private void Import(XElement xml)
    {
        var kind = (string?)xml.Attribute("importType") ?? "";
        if (!kind.Contains("DMN", StringComparison.OrdinalIgnoreCase))
        {
            source.Warn(xml, $"Expected an import of DMN, but this one is of {kind}: it is ignored.");
            return;
        }
        var wanted = (string?)xml.Attribute("namespace") ?? "";
        var name = DmnSource.NameOf(xml);
        if (library.FirstOrDefault(model => model.Namespace == wanted) is not { } model)
        {
            source.Problem(xml, $"Expected the imported model {wanted} to be there, but it is not.");
            return;
        }
        importNames[wanted] = name;
        foreach (var (type, value) in model.Types) source.Types[name.Length == 0 ? type : name + "." + type] = value;
        foreach (var element in model.Elements)
        {
            byHref[wanted + "#" + element.Id] = element;
            source.Members.Add(element.Name);
        }
    }

    private void Declare(XElement xml)
    {
        if (xml.Name.Namespace != source.Dmn) return;
        var name = DmnSource.NameOf(xml);
        var id = (string?)xml.Attribute("id") ?? name;
        GraphElement? element = xml.Name.LocalName switch
        {
            "inputData" => new InputElement(id, name, source.ModelNamespace),
            "decision" => new DecisionElement(id, name, source.ModelNamespace),
            "businessKnowledgeModel" => new KnowledgeElement(id, name, source.ModelNamespace),
            "decisionService" => new ServiceElement(id, name, source.ModelNamespace),
            _ => null,
        };
        if (element is null) return;
        if (name.Length == 0) source.Problem(xml, $"Expected a name, but this <{xml.Name.LocalName}> has none.");
        if (element is not KnowledgeElement) element.Type = source.TypeOf(source.Child(xml, "variable"));
        if (!byHref.TryAdd("#" + id, element)) source.Problem(xml, $"Expected ids to be used once, but {id} is used again.");
        byHref.TryAdd(source.ModelNamespace + "#" + id, element);
        elements.Add((element, xml));
    }

    private void Link(GraphElement element, XElement xml)
    {
        string[] kinds = ["informationRequirement", "knowledgeRequirement"];
        foreach (var reference in kinds.SelectMany(kind => source.Children(xml, kind)).Elements())
            if (reference.Name.LocalName is "requiredInput" or "requiredDecision" or "requiredKnowledge" && Target(reference) is { } target)
                element.Requirements.Add(new Requirement(target, ImportOf(target)));
        if (element is not ServiceElement service) return;
        string[] parameters = ["inputData", "inputDecision"];
        service.Parameters.AddRange(parameters.SelectMany(kind => source.Children(xml, kind)).Select(Target).OfType<GraphElement>());
        service.Outputs.AddRange(source.Children(xml, "outputDecision").Select(Target).OfType<GraphElement>());
        foreach (var part in source.Children(xml, "encapsulatedDecision")) Target(part);
        if (service.Outputs.Count == 0) source.Problem(xml, $"Expected an output decision, but the service {service.Name} has none.");
    }

    /// <summary>The import's name when the element comes from another model; an import without a name makes it one of ours.</summary>
    private string? ImportOf(GraphElement element)
    {
        if (element.Namespace == source.ModelNamespace) return null;
        return importNames.TryGetValue(element.Namespace, out var name) && name.Length > 0 ? name : null;
    }

    private GraphElement? Target(XElement reference)
    {
        var href = (string?)reference.Attribute("href") ?? "";
        if (byHref.TryGetValue(href, out var found)) return found;
        source.Problem(reference, $"Expected <{reference.Name.LocalName}> to name an element, but there is no \"{href}\".");
        return null;
    }
}
