using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>The publication rules of a process, each in a file of its own, in the order in which their findings are told.</summary>
internal static class ProcessChecks
{
    private static readonly Action<Process, CompileContext>[] Rules =
    [
        FlowEndsRule.Check,
        StartRule.Check,
        EndRule.Check,
        ReachabilityRule.Check,
        GatewayRule.Check,
        EventGatewayRule.Check,
        LinkRule.Check,
        CompensationRule.Check,
        TimerRule.Check,
        FormRule.Check,
        DecisionRule.Check,
        CallRule.Check,
        ActivityRule.Check,
        ActionRule.Check,
        ValueRule.Check,
        ClockRule.Check,
        ClosureRule.Check,
        TeamRule.Check,
        PerformerRule.Check,
    ];

    public static void Run(Process process, CompileContext context)
    {
        foreach (var rule in Rules) rule(process, context);
    }
}
