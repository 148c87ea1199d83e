using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What an element that runs may say of itself that isn't run: refused, never ignored.</summary>
internal static class UnsupportedParts
{
    public static void Check(Element element, XElement xml, ProblemList problems)
    {
        if (xml.Whole("startQuantity", 1) != 1 || xml.Whole("completionQuantity", 1) != 1) Refuse("token quantities other than 1", xml, problems);
        if (xml.Flag("parallelMultiple", false)) Refuse("an event that needs all its triggers", xml, problems);
        if (xml.Flag("instantiate", false)) Refuse($"{xml.Name.LocalName} that starts a process", xml, problems);
        if (element.Kind == ElementKind.EventBasedGateway && xml.Attr("eventGatewayType") is "Parallel") Refuse("a parallel event-based gateway", xml, problems);
        if (element.Event is CompensationDefinition && KindReader.EventDefinitions(xml).Any(definition => !definition.Flag("waitForCompletion", true)))
            Refuse("compensation that is not waited for", xml, problems);
        if (xml.Child("multiInstanceLoopCharacteristics") is { } loop && (loop.Attr("behavior") is { } behavior && behavior != "All" || loop.Child("complexBehaviorDefinition") is not null))
            Refuse($"a multi-instance activity that throws events (behavior {loop.Attr("behavior") ?? "Complex"})", xml, problems);
    }

    private static void Refuse(string what, XElement xml, ProblemList problems) =>
        problems.Error("unsupported-element", $"Expected a supported BPMN element, but found {what}.", xml);
}
