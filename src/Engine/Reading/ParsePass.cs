using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Third pass: what each element means, its expressions parsed.</summary>
internal static class ParsePass
{
    public static void Run(ProcessDraft draft, CompileContext context)
    {
        ForeignReader.Run(draft, context);
        foreach (var clock in draft.Xml.Extensions("clock")) draft.Clocks.Add(ClockReader.Read(clock, context));
        for (var index = 0; index < draft.Elements.Count; index++)
        {
            if (!context.Published) ExtensionNames.Check(draft.Sources[index], context.Problems);
            draft.Elements[index] = Parse(draft.Elements[index], draft.Sources[index], draft, context);
        }

        LaneReader.Run(draft, context);
        for (var index = 0; index < draft.Flows.Count; index++)
            draft.Flows[index] = draft.Flows[index] with { Condition = Condition(draft.FlowSources[index], context) };
    }

    private static Element Parse(Element element, XElement xml, ProcessDraft draft, CompileContext context)
    {
        element = Common(element, xml, draft, context);
        if (element.Kind.IsActivity()) element = ActivityReader.Read(element, xml, context);
        if (KindReader.EventDefinitions(xml).Any() || element.Kind is ElementKind.ReceiveTask or ElementKind.SendTask)
            element = element with { Event = EventReader.Read(element, xml, context) };
        if (element.Kind.IsStartEvent()) element = element with { Interrupting = StartInterrupts(element, xml) };
        if (!context.Published) UnsupportedParts.Check(element, xml, context.Problems);
        return element;
    }

    private static Element Common(Element element, XElement xml, ProcessDraft draft, CompileContext context) => element with
    {
        Inputs = Mappings(xml, "input", context),
        Outputs = Mappings(xml, "output", context),
        Form = xml.Extension("form")?.Attr("key"),
        Action = Action(element, xml),
        StageOrder = element.Kind.IsScope() ? xml.Extension("stage")?.Whole("order", 0) : null,
        DataObjects = element.Kind.IsScope() ? [.. DataNames.OfScope(xml)] : [],
        DataFields = element.Kind.IsScope() ? DataTypes.Of(xml) : [],
        ClockCommands = ClockReader.Commands(xml, context),
        StartsClocks = [.. draft.Clocks.Select((clock, index) => (clock, index)).Where(pair => pair.clock.Start == element.Id).Select(pair => pair.index)],
        StopsClocks = [.. draft.Clocks.Select((clock, index) => (clock, index)).Where(pair => pair.clock.Stop == element.Id).Select(pair => pair.index)],
        LoopSteps = ClosedLoopReader.Steps(xml, context.Problems),
        Closure = element.Kind.IsEndEvent() ? xml.Extension("close")?.Attr("type") : null,
    };

    /// <summary>An error start always interrupts, whatever is drawn.</summary>
    private static bool StartInterrupts(Element element, XElement xml) =>
        element.Kind == ElementKind.ErrorStartEvent || xml.Flag("isInterrupting", true);

    private static ImmutableArray<Mapping> Mappings(XElement xml, string name, CompileContext context)
    {
        var mappings = ImmutableArray.CreateBuilder<Mapping>();
        foreach (var mapping in xml.Extensions(name))
        {
            if (context.Expressions.Read(mapping.Attr("source"), mapping) is { } source && mapping.Attr("target") is { Length: > 0 } target)
                mappings.Add(new Mapping(source, target));
            else context.Problems.Error("incomplete-mapping", $"Expected source and target of a caseflow:{name}, but one is missing.", mapping);
        }

        return mappings.ToImmutable();
    }

    private static ActionInfo? Action(Element element, XElement xml)
    {
        if (xml.Extension("action") is not { } action) return null;
        var label = action.Attr("label") ?? element.Id;
        var english = action.Elements(BpmnXml.CaseFlow + "text").FirstOrDefault(text => text.Attr("lang")?.StartsWith("en", StringComparison.Ordinal) == true)?.Attr("name");
        var teams = (action.Attr("teams") ?? "").Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return new ActionInfo(
            element.Id, "", new LocalText(label, english), [.. teams], action.Attr("form"), action.Attr("style") ?? "other", UserTaskReader.Audience(action));
    }

    private static Expression? Condition(XElement flow, CompileContext context) =>
        flow.Child("conditionExpression") is { } condition ? context.Expressions.Feel(condition.Value, condition) : null;
}
