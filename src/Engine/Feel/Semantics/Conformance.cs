namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>Whether every value of one type is one of another (DMN 1.5, section 10.3.2.9.2).</summary>
internal static class Conformance
{
    /// <summary>Types may contain themselves; past this depth they count as different.</summary>
    private const int MaxDepth = 32;

    public static bool Conforms(FeelType type, FeelType to) => Conforms(type, to, 0);

    private static bool Conforms(FeelType type, FeelType to, int depth) => depth <= MaxDepth && (type, to) switch
    {
        (_, AnyType) or (NullType, _) => true,
        (DefinedType a, DefinedType b) when a.Equals(b) => true,
        (DefinedType a, _) => Conforms(a.Base, to, depth + 1),
        (_, DefinedType b) => Conforms(type, b.Base, depth + 1),
        (SimpleType a, SimpleType b) => a.Name == b.Name,
        (ListType a, ListType b) => Conforms(a.Item, b.Item, depth + 1),
        (RangeType a, RangeType b) => Conforms(a.Item, b.Item, depth + 1),
        (ContextType a, ContextType b) => Contexts(a, b, depth + 1),
        (FunctionType a, FunctionType b) => Functions(a, b, depth + 1),
        _ => false,
    };

    private static bool Contexts(ContextType a, ContextType b, int depth) =>
        b.Fields.All(field => a.Fields.Any(own => own.Key == field.Key && Conforms(own.Value, field.Value, depth)));

    private static bool Functions(FunctionType a, FunctionType b, int depth)
    {
        if (b.Parameters is null) return true;
        if (a.Parameters is null || a.Parameters.Length != b.Parameters.Length || !Conforms(a.Result, b.Result, depth)) return false;
        for (var i = 0; i < a.Parameters.Length; i++)
            if (!Conforms(b.Parameters[i], a.Parameters[i], depth))
                return false;
        return true;
    }
}
