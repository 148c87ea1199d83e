using System.Globalization;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>
/// Methods of Java's own library that DMN files of other engines call (DMN 1.5, section 10.3.2.13.2). A short list of pure ones is worked out here;
/// no code is loaded, and any other method answers null.
/// </summary>
internal static class JavaFunctions
{
    private static readonly string[] Whole = ["byte", "short", "int", "long"];

    private static readonly Dictionary<string, Func<double, double>> Unary = new(StringComparer.Ordinal)
    {
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
        ["tan"] = Math.Tan,
        ["asin"] = Math.Asin,
        ["acos"] = Math.Acos,
        ["atan"] = Math.Atan,
        ["sinh"] = Math.Sinh,
        ["cosh"] = Math.Cosh,
        ["tanh"] = Math.Tanh,
        ["exp"] = Math.Exp,
        ["log"] = Math.Log,
        ["log10"] = Math.Log10,
        ["sqrt"] = Math.Sqrt,
        ["cbrt"] = Math.Cbrt,
        ["floor"] = Math.Floor,
        ["ceil"] = Math.Ceiling,
        ["rint"] = Math.Round,
        ["abs"] = Math.Abs,
        ["signum"] = value => Math.Sign(value),
        ["round"] = value => Math.Floor(value + 0.5),
        ["toRadians"] = value => value / 180 * Math.PI,
        ["toDegrees"] = value => value * 180 / Math.PI,
    };

    private static readonly Dictionary<string, Func<double, double, double>> Binary = new(StringComparer.Ordinal)
    {
        ["max"] = Math.Max,
        ["min"] = Math.Min,
        ["pow"] = Math.Pow,
        ["atan2"] = Math.Atan2,
        ["hypot"] = double.Hypot,
    };

    /// <summary>The method of this class and signature, such as java.lang.Math and "max(int, int)"; null when it is not on the list.</summary>
    public static Func<FeelValue[], FeelValue?>? Find(string type, string signature)
    {
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !signature.EndsWith(')')) return null;
        var name = signature[..open].Trim();
        var parameters = signature[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return type switch
        {
            "java.lang.Math" or "java.lang.StrictMath" => OfMath(name, parameters),
            "java.lang.String" => OfString(name, parameters),
            "java.lang.Integer" or "java.lang.Long" or "java.lang.Short" or "java.lang.Byte" or "java.lang.Double" or "java.lang.Float" => OfNumber(name, parameters),
            _ => null,
        };
    }

    private static Func<FeelValue[], FeelValue?>? OfMath(string name, string[] parameters)
    {
        if (!parameters.All(type => type is "double" or "float" || Whole.Contains(type))) return null;
        return parameters.Length switch
        {
            1 when Unary.TryGetValue(name, out var one) => values => Numbers(values, parameters) is [var a] ? Result(one(a)) : null,
            2 when Binary.TryGetValue(name, out var two) => values => Numbers(values, parameters) is [var a, var b] ? Result(two(a, b)) : null,
            _ => null,
        };
    }

    private static Func<FeelValue[], FeelValue?>? OfString(string name, string[] parameters) => (name, parameters) switch
    {
        ("format", ["java.lang.String", "[Ljava.lang.Object;" or "java.lang.Object[]" or "java.lang.Object..."]) => Format,
        ("valueOf", [_]) => values => values is [var value] ? FeelValue.From(FeelText.Of(value)) : null,
        _ => null,
    };

    private static Func<FeelValue[], FeelValue?>? OfNumber(string name, string[] parameters) =>
        name is "valueOf" or "parseInt" or "parseLong" or "parseShort" or "parseByte" or "parseDouble" or "parseFloat" && parameters is ["java.lang.String"]
            ? values => values is [FeelString text] && decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new FeelNumber(number) : null
            : null;

    private static double[]? Numbers(FeelValue[] values, string[] types)
    {
        var numbers = new double[values.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (values[i] is not FeelNumber number) return null;
            numbers[i] = (double)(Whole.Contains(types[i]) ? decimal.Truncate(number.Value) : number.Value);
        }
        return numbers.Length == types.Length ? numbers : null;
    }

    private static FeelNumber? Result(double value) => Exponent.FromDouble(value) is { } number ? new FeelNumber(number) : null;

    /// <summary>Knows %s and %d, which take the next value's text.</summary>
    private static FeelString? Format(FeelValue[] values)
    {
        if (values is not [FeelString format, .. var rest]) return null;
        var given = rest is [FeelList list] ? list.Items : [.. rest];
        var next = 0;
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < format.Value.Length; i++)
        {
            if (format.Value[i] != '%') text.Append(format.Value[i]);
            else if (++i >= format.Value.Length || format.Value[i] is not ('s' or 'd' or '%')) return null;
            else if (format.Value[i] == '%') text.Append('%');
            else if (next >= given.Length) return null;
            else text.Append(FeelText.Of(given[next++]));
        }
        return text.Length > FeelLimits.Default.StringLength ? null : new FeelString(text.ToString());
    }
}
