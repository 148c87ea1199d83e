using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>The publication rules of a process, each in a file of its own.</summary>
internal static class ProcessChecks
{
    public static void Run(Process process, CompileContext context)
    {
    }
}
