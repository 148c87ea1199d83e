namespace CaseFlow.Engine.Feel.Functions;

/// <summary>All built-in functions by name.</summary>
internal static class BuiltIns
{
    private static readonly Dictionary<string, BuiltIn> ByName = new IEnumerable<BuiltIn>[]
    {
        ConversionFunctions.All, TemporalConversions.All, StringFunctions.All, PatternFunctions.All, ListFunctions.All, ListEdits.All,
        Aggregates.All, Statistics.All, NumberFunctions.All, RangeFunctions.All, TemporalFunctions.All, ContextFunctions.All, SortFunction.All,
    }.SelectMany(family => family).ToDictionary(function => function.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static BuiltIn? Find(string name) => ByName.GetValueOrDefault(name);
}
