using System.Text.RegularExpressions;
using CaseFlow.Engine.Feel.Functions;

namespace CaseFlow.Engine.Tests.Feel;

/// <summary>Holds docs/feel-support.md to the truth: a row for every built-in function, and a test that calls it where the row says.</summary>
public sealed partial class FeelSupportTests
{
    [Fact]
    public void Every_function_has_a_row_and_a_test_that_calls_it()
    {
        var root = Root();
        var rows = Row().Matches(File.ReadAllText(Path.Combine(root, "docs", "feel-support.md")))
            .Select(match => (Name: match.Groups["name"].Value, Test: match.Groups["test"].Value)).ToArray();
        Assert.Equal(BuiltIns.Names.Order(StringComparer.Ordinal), rows.Select(row => row.Name).Order(StringComparer.Ordinal));
        foreach (var (name, test) in rows)
            Assert.Contains($"\"{name}(", File.ReadAllText(Path.Combine(root, "tests", "Engine.Tests", "Feel", test + ".cs")), StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CaseFlow.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"^\| `(?<name>[^`(]+)\([^`]*\)` \|.*\| (?<test>\w+Tests) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
