using CaseFlow.BurstHost;
using CaseFlow.BurstHost.Nodes;

return args switch
{
    ["complete", var database] => await CompletionBurst.RunAsync(database),
    ["nodes", var provider] => await NodeProcess.RunAsync(provider),
    _ => throw new ArgumentException("Expected 'complete FILE' or 'nodes sqlite|postgres'."),
};
