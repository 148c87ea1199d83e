using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What tasks, call activities and subprocesses do, and how they repeat.</summary>
internal static class ActivityReader
{
    public static Element Read(Element element, XElement xml, CompileContext context)
    {
        element = element with
        {
            Loop = LoopReader.Read(xml, context),
            ResultVariable = xml.Extension("result")?.Attr("variable"),
            IsForCompensation = element.IsForCompensation || xml.Flag("isForCompensation", false),
        };
        return element.Kind switch
        {
            ElementKind.UserTask or ElementKind.ManualTask => element with { UserTask = UserTaskReader.Read(xml, context) },
            ElementKind.ServiceTask or ElementKind.SendTask => element with { Activity = Activity(xml, context) },
            ElementKind.BusinessRuleTask => element with { Activity = Activity(xml, context), Decision = Decision(xml) },
            ElementKind.ScriptTask => element with { Script = Script(xml, context) },
            ElementKind.CallActivity => element with { Call = CallReader.Read(xml, context) },
            ElementKind.AdHocSubprocess => element with { AdHoc = AdHoc(xml, context) },
            _ => element,
        };
    }

    private static ActivityDefinition? Activity(XElement xml, CompileContext context)
    {
        if (xml.Extension("activity") is not { } activity) return null;
        var settings = ImmutableArray.CreateBuilder<KeyValuePair<string, Expression>>();
        foreach (var setting in activity.Elements(BpmnXml.CaseFlow + "setting"))
            settings.Add(new(setting.Attr("name") ?? "", context.Expressions.Read(setting.Value, setting) ?? Expression.Constant("")));
        return new ActivityDefinition(activity.Attr("type") ?? "", activity.Whole("retries", 5), activity.Attr("backoff") ?? "PT1M", settings.ToImmutable());
    }

    private static string? Decision(XElement xml) => xml.Extension("decision")?.Attr("ref");

    private static Expression Script(XElement xml, CompileContext context)
    {
        var format = xml.Attr("scriptFormat");
        var script = xml.Child("script");
        if (format is not null && !format.Contains("feel", StringComparison.OrdinalIgnoreCase))
            context.Problems.Error("script-language", $"Expected a script in FEEL, but found {format}.", xml);
        else if (format is null && script is not null)
            context.Problems.Warning("script-language", "Expected scriptFormat=\"feel\", but none is given: the script is read as FEEL.", xml);
        var expression = context.Expressions.Feel(script?.Value, script ?? xml);
        if (expression is null) context.Problems.Error("missing-script", "Expected a script, but the script task has none.", xml);
        return expression ?? Expression.Constant("");
    }

    private static AdHocDefinition AdHoc(XElement xml, CompileContext context)
    {
        var completion = xml.Child("completionCondition");
        return new AdHocDefinition(
            string.Equals(xml.Attr("ordering"), "Sequential", StringComparison.OrdinalIgnoreCase),
            completion is null ? null : context.Expressions.Feel(completion.Value, completion),
            xml.Flag("cancelRemainingInstances", true));
    }
}
