namespace CaseFlow.Cli;

/// <summary>How a run ended, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input or a file was refused, or a check found errors.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;
}
