using CaseFlow.Engine.Feel.Functions;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>What a parser is told beforehand: variables, members that stand behind a dot, and named types.</summary>
internal sealed class ParserNames
{
    private static readonly NameTable BuiltInVariables = Table(null, BuiltIns.Names);
    private static readonly NameTable BuiltInMembers = Table(null, Properties.Names);
    private static readonly NameTable BuiltInTypes = Table(null, SimpleType.Names);

    private readonly IReadOnlyDictionary<string, FeelType>? types;

    public ParserNames(
        IEnumerable<string>? variables = null, IEnumerable<string>? members = null, IReadOnlyDictionary<string, FeelType>? types = null)
    {
        this.types = types;
        Variables = Table(BuiltInVariables, variables);
        Members = Table(BuiltInMembers, members);
        Types = Table(BuiltInTypes, types?.Keys);
    }

    public NameTable Variables { get; }

    public NameTable Members { get; }

    public NameTable Types { get; }

    public FeelType? FindType(string name) => types?.GetValueOrDefault(name) ?? SimpleType.Find(name);

    private static NameTable Table(NameTable? parent, IEnumerable<string>? names)
    {
        var table = new NameTable(parent);
        foreach (var name in names ?? []) table.Add(Characters.Normalise(name));
        return table;
    }
}
