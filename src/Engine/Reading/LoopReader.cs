using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Multi-instance and standard loop characteristics.</summary>
internal static class LoopReader
{
    public static LoopDefinition? Read(XElement activity, CompileContext context)
    {
        if (activity.Child("standardLoopCharacteristics") is { } standard) return Standard(standard, context);
        if (activity.Child("multiInstanceLoopCharacteristics") is not { } multi) return null;
        var collection = multi.Extension("collection") ?? activity.Extension("collection");
        var loop = new LoopDefinition(
            multi.Flag("isSequential", false) ? LoopKind.Sequential : LoopKind.Parallel,
            collection is null ? LoopData.Collection(activity, multi, context) : context.Expressions.Read(collection.Attr("input"), collection),
            collection?.Attr("element") ?? LoopData.Item(multi, "inputDataItem"),
            Part(multi, "loopCardinality", context),
            Part(multi, "completionCondition", context),
            collection?.Attr("output") ?? LoopData.Output(activity, multi),
            collection?.Attr("output") is null ? LoopData.OutputElement(multi, context) : context.Expressions.Read(collection.Attr("outputElement"), collection));
        if (loop.Collection is null && loop.Cardinality is null)
            context.Problems.Error("loop-definition", "Expected a collection or a loopCardinality, but the multi-instance activity has neither.", multi);
        return loop;
    }

    private static LoopDefinition Standard(XElement xml, CompileContext context)
    {
        var loop = new LoopDefinition(
            LoopKind.Standard, null, null, null, null, null, null, Part(xml, "loopCondition", context), xml.Flag("testBefore", false),
            xml.Attr("loopMaximum") is null ? null : xml.Whole("loopMaximum", 1));
        if (loop.Condition is null && loop.Maximum is null)
            context.Problems.Error("loop-definition", "Expected a loopCondition or a loopMaximum, but the loop has neither and would never end.", xml);
        return loop;
    }

    private static Expression? Part(XElement xml, string name, CompileContext context) =>
        xml.Child(name) is { } part ? context.Expressions.Feel(part.Value, part) : null;
}
