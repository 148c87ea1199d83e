using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>The standard's own way to say over which data an activity repeats: loopDataInputRef and inputDataItem, loopDataOutputRef and outputDataItem.</summary>
internal static class LoopData
{
    /// <summary>The list that is repeated over. An input of the activity stands for what is copied into it.</summary>
    public static Expression? Collection(XElement activity, XElement loop, CompileContext context) =>
        loop.Child("loopDataInputRef") is { } reference ? context.Expressions.Feel(Outside(activity, reference, "dataInputAssociation", "targetRef", "sourceRef"), reference) : null;

    public static string? Item(XElement loop, string name) => loop.Child(name) is { } item ? DataNames.Name(item) : null;

    public static string? Output(XElement activity, XElement loop) =>
        loop.Child("loopDataOutputRef") is { } reference ? Outside(activity, reference, "dataOutputAssociation", "sourceRef", "targetRef") : null;

    public static Expression? OutputElement(XElement loop, CompileContext context) =>
        loop.Child("outputDataItem") is { } item ? context.Expressions.Feel(DataNames.Name(item), item) : null;

    private static string? Outside(XElement activity, XElement reference, string association, string inner, string outer)
    {
        var process = activity.Ancestors(BpmnXml.Bpmn + "process").First();
        var id = BpmnXml.WithoutPrefix(reference.Value);
        var copied = activity.Elements(BpmnXml.Bpmn + association).FirstOrDefault(copy => BpmnXml.WithoutPrefix(copy.Child(inner)?.Value) == id);
        return DataNames.Of(process, copied?.Child(outer)?.Value ?? id);
    }
}
