using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>Values as text: what string() answers, and the FEEL literal that gives the value back.</summary>
internal static class FeelText
{
    /// <summary>string(): a string as it is, everything else as written in FEEL.</summary>
    public static string Of(FeelValue value) => value is FeelString text ? text.Value : Literal(value);

    /// <summary>Strings in quotes, temporal values plain, as they stand inside a list's or context's text.</summary>
    public static string Literal(FeelValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    public static string Number(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static void Append(StringBuilder text, FeelValue value)
    {
        switch (value)
        {
            case FeelString item: Quote(text, item.Value); break;
            case FeelList list: AppendList(text, list); break;
            case FeelContext context: AppendContext(text, context); break;
            case FeelRange range: AppendRange(text, range); break;
            default: text.Append(Simple(value)); break;
        }
    }

    private static string Simple(FeelValue value) => value switch
    {
        FeelNull => "null",
        FeelBoolean truth => truth.Value ? "true" : "false",
        FeelNumber number => Number(number.Value),
        FeelDate date => date.Text,
        FeelTime time => time.Text,
        FeelDateTime moment => moment.Text,
        FeelDaysTimeDuration duration => duration.Text,
        FeelYearsMonthsDuration duration => duration.Text,
        FeelFunction function => "function(" + string.Join(", ", function.Parameters) + ")",
        _ => throw new InvalidOperationException($"Expected a FEEL value, but {value.GetType().Name} has no text."),
    };

    private static void AppendList(StringBuilder text, FeelList list)
    {
        text.Append('[');
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (i > 0) text.Append(", ");
            Append(text, list.Items[i]);
        }
        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context)
    {
        text.Append('{');
        for (var i = 0; i < context.Entries.Length; i++)
        {
            if (i > 0) text.Append(", ");
            if (IsPlainName(context.Entries[i].Key)) text.Append(context.Entries[i].Key);
            else Quote(text, context.Entries[i].Key);
            text.Append(": ");
            Append(text, context.Entries[i].Value);
        }
        text.Append('}');
    }

    private static void AppendRange(StringBuilder text, FeelRange range)
    {
        text.Append(range.StartIncluded ? '[' : '(');
        Append(text, range.Start);
        text.Append("..");
        Append(text, range.End);
        text.Append(range.EndIncluded ? ']' : ')');
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\');
            text.Append(c);
        }
        text.Append('"');
    }

    private static bool IsPlainName(string key)
    {
        if (key.Length == 0 || !Syntax.Characters.IsNameStart(key[0])) return false;
        foreach (var c in key)
            if (!Syntax.Characters.IsNamePart(c) && c != ' ')
                return false;
        return true;
    }
}
