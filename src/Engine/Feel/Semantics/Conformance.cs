namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>Whether every value of one type is one of another (DMN 1.5, section 10.3.2.9.2).</summary>
internal static class Conformance
{
    public static bool Conforms(FeelType type, FeelType to) => (type, to) switch
    {
        (_, AnyType) or (NullType, _) => true,
        (SimpleType a, SimpleType b) => a.Name == b.Name,
        (ListType a, ListType b) => Conforms(a.Item, b.Item),
        (RangeType a, RangeType b) => Conforms(a.Item, b.Item),
        (ContextType a, ContextType b) => b.Fields.All(field => a.Fields.Any(own => own.Key == field.Key && Conforms(own.Value, field.Value))),
        (FunctionType a, FunctionType b) => Functions(a, b),
        _ => type.Equals(to),
    };

    private static bool Functions(FunctionType a, FunctionType b)
    {
        if (b.Parameters is null) return true;
        if (a.Parameters is null || a.Parameters.Length != b.Parameters.Length || !Conforms(a.Result, b.Result)) return false;
        for (var i = 0; i < a.Parameters.Length; i++)
            if (!Conforms(b.Parameters[i], a.Parameters[i]))
                return false;
        return true;
    }
}
