using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Closure types that end events name are declared.</summary>
internal static class ClosureRule
{
    public static void Check(Process process, CompileContext context)
    {
        var known = context.Bpmn.Processes.SelectMany(xml => xml.Extensions("closure")).Select(closure => closure.Id()).ToHashSet(StringComparer.Ordinal);
        foreach (var element in process.Elements)
            if (element.Closure is { } closure && !known.Contains(closure))
                context.Problems.Error("unknown-closure", $"Expected {element.Id} to name a closure type of the process, but there is no {closure}.", element);
    }
}
