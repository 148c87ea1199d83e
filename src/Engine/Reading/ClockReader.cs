using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Clocks, due times and what elements do to clocks.</summary>
internal static class ClockReader
{
    public static ClockDefinition Read(XElement xml, CompileContext context)
    {
        ExtensionNames.CheckAttributes(xml, context.Problems);
        var due = Due(xml, context);
        return new ClockDefinition(
            xml.Id() ?? "", xml.ExtensionName("name"), Blank(xml.Attr("start")), Blank(xml.Attr("stop")), due.Rule, due.Amount, due.Calendar,
            xml.Whole("warnAt", 80), xml.Whole("escalateAt", 150), xml.Attr("escalateTo") ?? "supervisor", xml.Flag("public", false));
    }

    public static DueDefinition Due(XElement xml, CompileContext context)
    {
        var rule = xml.Attr("rule") ?? "";
        if (!DueRules.TryParse(rule, out _))
            context.Problems.Error("unknown-rule", $"Expected rule to be one of {string.Join(", ", DueRules.Names)}, but found '{rule}'.", xml);
        var amount = context.Expressions.Read(xml.Attr("amount"), xml);
        if (amount is null or { IsConstant: true } && !decimal.TryParse(amount?.Text, System.Globalization.CultureInfo.InvariantCulture, out _))
            context.Problems.Error("bad-amount", $"Expected an amount that is a number or a FEEL expression, but found '{xml.Attr("amount")}'.", xml);
        return new DueDefinition(rule, amount ?? Expression.Constant("0"), Blank(xml.Attr("calendar")));
    }

    public static ImmutableArray<ClockCommandDefinition> Commands(XElement xml, CompileContext context) =>
        [.. xml.Extensions("clockCommand").Select(command => Command(command, context))];

    private static ClockCommandDefinition Command(XElement xml, CompileContext context)
    {
        var verb = xml.Attr("command") ?? "";
        if (verb is not ("start" or "stop" or "pause" or "resume" or "extend"))
            context.Problems.Error("unknown-clock-command", $"Expected start, stop, pause, resume or extend, but found '{verb}'.", xml);
        var amount = context.Expressions.Read(xml.Attr("amount"), xml);
        if (verb == "extend" && amount is null) context.Problems.Error("bad-amount", "Expected an amount by which the clock is extended, but there is none.", xml);
        return new ClockCommandDefinition(xml.Attr("clock") ?? "", verb, amount, context.Expressions.Read(xml.Attr("reason"), xml));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
