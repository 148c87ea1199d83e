using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads item definitions: first their names, then what they stand for, as they may refer to each other in any order.</summary>
internal sealed class DmnTypes(DmnSource source)
{
    public void Read()
    {
        var definitions = source.Children(source.Root, "itemDefinition").ToArray();
        var types = new List<DefinedType>();
        foreach (var definition in definitions)
        {
            types.Add(new DefinedType(DmnSource.NameOf(definition)));
            source.Types[types[^1].Name] = types[^1];
        }
        for (var i = 0; i < definitions.Length; i++) Fill(types[i], definitions[i]);
        for (var i = 0; i < definitions.Length; i++) BreakCircle(types[i], definitions[i]);
    }

    private void Fill(DefinedType type, XElement definition)
    {
        if ((string?)definition.Attribute("typeLanguage") is { Length: > 0 } language && !language.Contains("feel", StringComparison.OrdinalIgnoreCase))
            source.Warn(definition, $"Expected a type of FEEL, but {type.Name} is of {language}: its values are not checked.");
        var inner = Inner(definition);
        var isCollection = (bool?)definition.Attribute("isCollection") ?? false;
        var allowed = Tests(definition, "allowedValues");
        var constraint = Tests(definition, "typeConstraint");
        if (isCollection)
        {
            var item = allowed is null ? inner : new DefinedType(type.Name) { Base = inner, Allowed = allowed };
            (type.Base, type.Allowed) = (new ListType(item), constraint);
        }
        else
            (type.Base, type.Allowed) = (inner, allowed ?? constraint);
    }

    private FeelType Inner(XElement definition)
    {
        if (source.Child(definition, "typeRef") is { } reference) return source.TypeNamed(reference, reference.Value.Trim());
        if (source.Child(definition, "functionItem") is { } function) return Function(function);
        var components = source.Children(definition, "itemComponent").ToArray();
        return components.Length == 0 ? FeelType.Any : new ContextType([.. components.Select(Component)]);
    }

    private FunctionType Function(XElement function)
    {
        var parameters = source.Children(function, "parameters").Select(parameter => source.TypeOf(parameter)).ToArray();
        return new FunctionType(parameters, source.TypeOf(function, "outputTypeRef"));
    }

    private KeyValuePair<string, FeelType> Component(XElement component)
    {
        var type = new DefinedType(DmnSource.NameOf(component));
        Fill(type, component);
        return new(type.Name, type.Allowed is null ? type.Base : type);
    }

    private TestNode? Tests(XElement definition, string name)
    {
        if (source.Child(definition, name) is not { } allowed) return null;
        var text = source.Child(allowed, "text")?.Value ?? "";
        try
        {
            return new Parser(text, source.Names([])).ParseUnaryTests();
        }
        catch (FeelSyntaxException error)
        {
            source.Problem(allowed, $"Expected allowed values, but \"{text.Trim()}\" are none. {error.Message}");
            return null;
        }
    }

    /// <summary>A type that is defined by itself would be asked for ever.</summary>
    private void BreakCircle(DefinedType type, XElement definition)
    {
        var seen = new HashSet<FeelType>(ReferenceEqualityComparer.Instance) { type };
        for (var next = type.Base as DefinedType; next is not null; next = next.Base as DefinedType)
        {
            if (seen.Add(next)) continue;
            source.Problem(definition, $"Expected a type that is defined by others, but {type.Name} is defined by itself.");
            type.Base = FeelType.Any;
            return;
        }
    }
}
