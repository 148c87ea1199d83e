namespace CaseFlow.Engine.Reading;

/// <summary>Method calls of other engines' expressions that have an equal in FEEL.</summary>
internal static class JuelCalls
{
    /// <summary>Null: none has.</summary>
    public static string? Translate(string target, string method, IReadOnlyList<string> arguments) => (method, arguments.Count) switch
    {
        ("contains", 1) => $"contains({target}, {arguments[0]})",
        ("startsWith", 1) => $"starts with({target}, {arguments[0]})",
        ("endsWith", 1) => $"ends with({target}, {arguments[0]})",
        ("matches", 1) => $"matches({target}, {arguments[0]})",
        ("equals", 1) => $"({target} = {arguments[0]})",
        ("equalsIgnoreCase", 1) => $"(lower case({target}) = lower case({arguments[0]}))",
        ("isEmpty", 0) => Empty(target),
        ("size", 0) => $"count({target})",
        ("length", 0) => $"string length({target})",
        ("toLowerCase", 0) => $"lower case({target})",
        ("toUpperCase", 0) => $"upper case({target})",
        ("toString", 0) => $"string({target})",
        ("get", 1) => Item(target, arguments[0]),
        _ => OfExecution(target, method, arguments),
    };

    /// <summary>Null, an empty text and an empty list are empty.</summary>
    public static string Empty(string value) =>
        $"(if {value} = null then true else if {value} instance of string then {value} = \"\" else if {value} instance of list<Any> then count({value}) = 0 else false)";

    /// <summary>A place counted from 0, or a key. Null: it can't be told which.</summary>
    public static string? Item(string target, string index)
    {
        if (index.StartsWith('"')) return $"get value({target}, {index})";
        return int.TryParse(index, System.Globalization.CultureInfo.InvariantCulture, out var place) && place >= 0 ? $"{target}[{place + 1}]" : null;
    }

    private static string? OfExecution(string target, string method, IReadOnlyList<string> arguments)
    {
        if (target is not ("execution" or "task") || arguments.Count != 1 || !arguments[0].StartsWith('"')) return null;
        var name = arguments[0].Trim('"');
        return method switch
        {
            "getVariable" or "getVariableLocal" => name,
            "hasVariable" or "hasVariableLocal" => $"({name} != null)",
            _ => null,
        };
    }
}
