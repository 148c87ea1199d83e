using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Conformance.DmnTck;

/// <summary>Reads the suite's values, and compares them as its own runners do: numbers to eight decimals.</summary>
internal static class Values
{
    private const decimal Tolerance = 0.00000001m;

    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static FeelValue Read(XElement? holder)
    {
        if (holder is null || IsNil(holder)) return FeelValue.Null;
        var ns = holder.Name.Namespace;
        if (holder.Elements(ns + "component").ToArray() is { Length: > 0 } components)
            return new FeelContext([.. components.Select(part => new KeyValuePair<string, FeelValue>((string?)part.Attribute("name") ?? "", Read(part)))]);
        if (holder.Element(ns + "list") is { } list)
            return IsNil(list) ? FeelValue.Null : new FeelList([.. list.Elements(ns + "item").Select(Read)]);
        return holder.Element(ns + "value") is { } value ? Simple(value) : FeelValue.Null;
    }

    public static bool Match(FeelValue expected, FeelValue actual) => (expected, actual) switch
    {
        (FeelNumber a, FeelNumber b) => Math.Abs(a.Value - b.Value) < Tolerance,
        (FeelList a, FeelList b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => Match(pair.First, pair.Second)),
        (FeelContext a, FeelContext b) => a.Entries.Length == b.Entries.Length
            && a.Entries.All(entry => b.Find(entry.Key) is { } other && Match(entry.Value, other)),
        _ => expected.GetType() == actual.GetType() && (expected.Equals(actual) || expected.ToString() == actual.ToString()),
    };

    private static FeelValue Simple(XElement value)
    {
        if (IsNil(value)) return FeelValue.Null;
        var text = value.Value;
        var type = ((string?)value.Attribute(Xsi + "type") ?? "string").Split(':')[^1];
        return type switch
        {
            "boolean" => FeelValue.From(text.Trim() is "true" or "1"),
            "decimal" or "double" or "float" or "integer" or "int" or "long" => FeelValue.From(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            "date" or "time" or "dateTime" or "duration" or "yearMonthDuration" or "dayTimeDuration" => Temporal(text.Trim()),
            _ => FeelValue.From(text),
        };
    }

    private static FeelValue Temporal(string text) => FeelExpression.Parse($"@\"{text}\"")
        .Evaluate(new FeelScope(ImmutableDictionary<string, FeelValue>.Empty, default));

    private static bool IsNil(XElement element) => (string?)element.Attribute(Xsi + "nil") is "true" or "1";
}
