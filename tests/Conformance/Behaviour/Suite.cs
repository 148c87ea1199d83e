namespace CaseFlow.Conformance.Behaviour;

/// <summary>Twenty behaviours that other engines agree on, each a file and what must be seen of it.</summary>
internal static class Suite
{
    /// <summary>Prints a row a file and last "N passed, N failed"; answers how many failed.</summary>
    public static int Run(SuiteOptions options)
    {
        var failed = 0;
        foreach (var (file, run) in Behaviours.All)
        {
            var problem = Problem(() => run(options.Directory));
            if (problem is not null) failed++;
            Console.WriteLine($"{(problem is null ? "passed" : "FAILED")} {file} {problem}");
        }

        Console.WriteLine($"{Behaviours.All.Count - failed} passed, {failed} failed");
        return failed;
    }

    private static string? Problem(Action behaviour)
    {
        try
        {
            behaviour();
            return null;
        }
        catch (BehaviourException e)
        {
            return e.Message;
        }
    }
}
