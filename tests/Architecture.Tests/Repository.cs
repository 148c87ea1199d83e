using System.Xml.Linq;

namespace CaseFlow.Architecture.Tests;

/// <summary>The working tree the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> SourceFiles(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !IsBuildOutput(file));

    public static IReadOnlySet<string> ProjectReferences(string project) =>
        Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToHashSet();

    public static IReadOnlySet<string> PackageReferences(string project) =>
        Includes(project, "PackageReference").ToHashSet();

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static IEnumerable<string> Includes(string project, string item) =>
        XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"))
            .Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private static bool IsBuildOutput(string file)
    {
        var parts = Relative(file).Split('/');
        return parts.Contains("obj") || parts.Contains("bin") || parts.Contains("node_modules");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Expected CaseFlow.sln above the test's folder, but there is none.");
    }
}
