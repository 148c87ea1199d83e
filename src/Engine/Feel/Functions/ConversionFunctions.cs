using System.Globalization;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>string, number, not and is.</summary>
internal static class ConversionFunctions
{
    public static BuiltIn[] All { get; } =
    [
        new("string", [Form.Of("from", ToText)]),
        new("number",
        [
            Form.Of("from", args => args.Text(0) is { } text ? Parse(text) : args.As<FeelNumber>(0)),
            Form.Of("from, grouping separator, decimal separator", Number),
        ]),
        new("not", [Form.Of("negand", args => args.Truth(0) is { } truth ? FeelValue.From(!truth) : null)]),
        new("is", [Form.Of("value1, value2", args => FeelValue.From(Is(args[0], args[1])))]),
    ];

    private static FeelString? ToText(Arguments args)
    {
        if (args.IsNull(0)) return null;
        args.Run.CheckText((int)(args[0].Weight / 8));
        args.Run.Touch(args[0]);
        var text = FeelText.Of(args[0]);
        args.Run.CheckText(text.Length);
        return new FeelString(text);
    }

    private static FeelValue? Number(Arguments args)
    {
        if (args.Text(0) is not { } text) return null;
        var (grouping, point) = (args.Text(1), args.Text(2));
        if ((grouping is null && !args.IsNull(1)) || grouping is not (null or " " or "," or ".")) return null;
        if ((point is null && !args.IsNull(2)) || point is not (null or "," or ".") || (point is not null && point == grouping)) return null;
        if (grouping is not null) text = text.Replace(grouping, "", StringComparison.Ordinal);
        if (point == ",") text = text.Contains('.', StringComparison.Ordinal) ? "" : text.Replace(',', '.');
        return Parse(text);
    }

    private static FeelNumber? Parse(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? new FeelNumber(number) : null;
    }

    /// <summary>The same kind and the same value, time zones included.</summary>
    private static bool Is(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelTime a, FeelTime b) => a.NanosecondOfDay == b.NanosecondOfDay && Equals(a.Zone, b.Zone),
        (FeelDateTime a, FeelDateTime b) => a == b,
        _ => left.GetType() == right.GetType() && Equality.Same(left, right),
    };
}
