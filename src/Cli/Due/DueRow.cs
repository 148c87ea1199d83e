using System.Globalization;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Cli.Due;

/// <summary>One row's question, read from its fields.</summary>
internal sealed record DueRow(DateTime Start, bool HasSeconds, DueRule Rule, decimal Amount)
{
    private static readonly string[] ToMinutes = ["yyyy-MM-dd H:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"];
    private static readonly string[] ToSeconds = ["yyyy-MM-dd H:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    public static DueRow Read(string[] fields, DueColumns columns, int line)
    {
        if (fields.Length != columns.Count) throw new DueRowException(line, "row", $"Expected {columns.Count} fields, but found {fields.Length}.");
        var (start, hasSeconds) = ReadStart(fields[columns.Start].Trim(), line);
        var ruleName = fields[columns.Rule].Trim();
        if (!DueRules.TryParse(ruleName, out var rule)) throw new DueRowException(line, "rule", $"Expected one of {string.Join(", ", DueRules.Names)}, but found '{ruleName}'.");
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;
        var amountText = fields[columns.Amount].Trim();
        return decimal.TryParse(amountText, style, CultureInfo.InvariantCulture, out var amount)
            ? new DueRow(start, hasSeconds, rule, amount)
            : throw new DueRowException(line, "amount", $"Expected a number such as 8 or 1.5, but found '{amountText}'.");
    }

    /// <summary>The due time as the row writes times: with seconds when the start had them or the due time needs them.</summary>
    public string Format(DateTimeOffset due)
    {
        var local = new DateTime((due.DateTime.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        return local.ToString(HasSeconds || local.Second != 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static (DateTime Start, bool HasSeconds) ReadStart(string text, int line)
    {
        var isToMinutes = DateTime.TryParseExact(text, ToMinutes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start);
        if ((isToMinutes || DateTime.TryParseExact(text, ToSeconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out start)) && start.Year is >= 1901 and <= 9989)
            return (start, !isToMinutes);
        throw new DueRowException(line, "start", $"Expected a local time such as 2026-03-02 09:30, but found '{text}'.");
    }
}
