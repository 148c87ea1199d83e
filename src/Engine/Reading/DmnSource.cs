using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Reading;

/// <summary>The file under the reader's hands: its XML, what was found wrong, and the names all its expressions may use.</summary>
internal sealed class DmnSource(string file, XElement root)
{
    public string File => file;

    public XElement Root { get; } = root;

    public XNamespace Dmn { get; } = root.Name.Namespace;

    public string ModelNamespace { get; } = (string?)root.Attribute("namespace") ?? "";

    public List<DmnProblem> Problems { get; } = [];

    public List<DmnProblem> Warnings { get; } = [];

    public Dictionary<string, FeelType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Every name the file gives to anything: what may stand behind a dot.</summary>
    public List<string> Members { get; } = [.. root.DescendantsAndSelf().Attributes("name").Select(name => name.Value).Distinct()];

    public string Problem(XElement element, string message)
    {
        Problems.Add(Make(element, message));
        return message;
    }

    public void Warn(XElement element, string message) => Warnings.Add(Make(element, message));

    public IEnumerable<XElement> Children(XElement element, string name) => element.Elements(Dmn + name);

    public XElement? Child(XElement element, string name) => element.Element(Dmn + name);

    /// <summary>The first child that is DMN and none of the given: the expression among an element's other parts.</summary>
    public XElement? ExpressionIn(XElement element, params string[] others) => element.Elements()
        .FirstOrDefault(child => child.Name.Namespace == Dmn && Array.IndexOf(others, child.Name.LocalName) < 0
            && child.Name.LocalName is not ("description" or "extensionElements"));

    public static string NameOf(XElement element) => Characters.Normalise((string?)element.Attribute("name") ?? "");

    public ParserNames Names(IEnumerable<string> variables) => new(variables, Members, Types);

    public FeelType TypeOf(XElement? element, string attribute = "typeRef")
    {
        var name = (string?)element?.Attribute(attribute);
        return string.IsNullOrWhiteSpace(name) ? FeelType.Any : TypeNamed(element!, name.Trim());
    }

    /// <summary>A type by its name, with or without the old "feel:" before it.</summary>
    public FeelType TypeNamed(XElement element, string name)
    {
        if (Types.TryGetValue(name, out var defined) || (defined = SimpleType.Find(name)) is not null) return defined;
        var plain = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (Types.TryGetValue(plain, out defined) || (defined = SimpleType.Find(plain)) is not null) return defined;
        Warn(element, $"Expected a known type, but \"{name}\" is none: its values are not checked.");
        return FeelType.Any;
    }

    /// <summary>What a table's check found; of a place without an id the table or decision around it is named.</summary>
    public void Warn(XElement table, Decisions.Analysis.TableFinding finding) =>
        Warnings.Add(new DmnProblem(file, finding.Place.Id.Length > 0 ? finding.Place.Id : Make(table, "").Element, finding.Place.Line, finding.Message, finding.Rule));

    public static Decisions.Analysis.TablePlace PlaceOf(XElement element) => new((string?)element.Attribute("id") ?? "", ((IXmlLineInfo)element).LineNumber);

    private DmnProblem Make(XElement element, string message)
    {
        var named = element.AncestorsAndSelf().FirstOrDefault(node => node.Attribute("id") is not null || node.Attribute("name") is not null);
        var name = (string?)named?.Attribute("id") ?? (string?)named?.Attribute("name") ?? "";
        return new DmnProblem(file, name, ((IXmlLineInfo)element).LineNumber, message);
    }
}
