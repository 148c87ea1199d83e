using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Every link throw event has exactly one link catch event of its name in its scope.</summary>
internal static class LinkRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var link in process.Elements.Where(element => element.Kind == ElementKind.LinkThrowEvent))
        {
            var targets = process.Elements.Count(other => other.Kind == ElementKind.LinkCatchEvent && other.Parent == link.Parent && other.Event == link.Event);
            if (targets != 1)
                context.Problems.Error("link", $"Expected one link catch event named '{((LinkDefinition)link.Event!).Name}' for {link.Id}, but there are {targets}.", link);
        }
    }
}
