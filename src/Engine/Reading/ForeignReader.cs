using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Files drawn for other engines: what has an equal here is taken over before the passes read it, the rest is named in a warning. The standard's own data associations and performers are taken over as well.</summary>
internal static class ForeignReader
{
    public static void Run(ProcessDraft draft, CompileContext context)
    {
        foreach (var source in draft.Sources)
        {
            ForeignAttributes.Translate(source, context);
            ForeignEvents.Translate(source, context.Problems);
            ForeignExtensions.Translate(source, context.Problems);
            ResourceRoles.Translate(source, context.Problems);
            if (source.Name.LocalName != "process") DataAssociations.Translate(draft.Xml, source, context.Problems);
        }

        foreach (var element in draft.Xml.Descendants().Where(element => element.IsBpmn() && !IsTaken(element, draft)).ToList()) ForeignAttributes.Leftover(element, context.Problems);
    }

    /// <summary>Elements that run, their events and their loops have been looked at.</summary>
    private static bool IsTaken(XElement element, ProcessDraft draft) =>
        draft.Find(element.Id()) is not null || element.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) || element.Name.LocalName is "multiInstanceLoopCharacteristics" or "timeCycle";
}
