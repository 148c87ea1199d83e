namespace CaseFlow.TestSupport;

/// <summary>Where the tests find the repository's own files, and those of conformance suites that lie outside it.</summary>
internal static class Repository
{
    /// <summary>Why a test that needs such a suite is skipped. The continuous check lets exactly this reason pass.</summary>
    public const string NoShared = "The folder 'shared' with data and conformance suites is not on this machine (set CASEFLOW_SHARED).";

    public static string Root { get; } = Above(AppContext.BaseDirectory, folder => File.Exists(System.IO.Path.Combine(folder, "CaseFlow.sln")))
        ?? throw new DirectoryNotFoundException("Expected the tests to run inside the repository, but no folder above them holds CaseFlow.sln.");

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>A file or folder in <c>shared</c>, which lies beside the repository or a folder above it; null when it isn't there.</summary>
    public static string? Shared(string relative)
    {
        var shared = Environment.GetEnvironmentVariable("CASEFLOW_SHARED")
            ?? (Above(Root, folder => Directory.Exists(System.IO.Path.Combine(folder, "shared", "conformance"))) is { } parent ? System.IO.Path.Combine(parent, "shared") : null);
        if (shared is null) return null;
        var path = System.IO.Path.Combine(shared, relative);
        return System.IO.Path.Exists(path) ? path : null;
    }

    private static string? Above(string folder, Func<string, bool> fits)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (fits(at.FullName))
                return at.FullName;
        return null;
    }
}
