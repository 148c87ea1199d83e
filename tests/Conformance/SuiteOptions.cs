namespace CaseFlow.Conformance;

/// <summary>What the command line asks for.</summary>
internal sealed record SuiteOptions(string Suite, string Directory, bool Verbose)
{
    /// <summary>Null when the suite or the directory is missing.</summary>
    public static SuiteOptions? Parse(string[] args)
    {
        var plain = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return plain.Length < 2 ? null : new SuiteOptions(plain[0], plain[1], args.Contains("--verbose"));
    }
}
