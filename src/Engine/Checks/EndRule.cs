using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Warns of a process or subprocess without an end event: whoever reads it doesn't see where it is done.</summary>
internal static class EndRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var scope in process.Elements.Where(element => element.Kind is ElementKind.Process or ElementKind.Subprocess))
            if (!scope.Children.IsEmpty && !scope.Children.Any(child => process.Elements[child].Kind.IsEndEvent()))
                context.Problems.Warning("no-end", $"Expected an end event in {scope.Id}, but it has none.", scope);
    }
}
