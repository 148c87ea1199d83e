using System.Text.RegularExpressions;
using CaseFlow.Engine.Model;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests;

/// <summary>docs/bpmn-support.md says no more and no less than what the engine runs.</summary>
public sealed partial class BpmnSupportTests
{
    private static readonly List<Match> Rows = [.. Row().Matches(File.ReadAllText(Repository.Path("docs/bpmn-support.md"))).Cast<Match>()];

    [Fact]
    public void Every_kind_has_its_row() =>
        Assert.Equal(Enum.GetNames<ElementKind>(), Rows.Select(row => row.Groups["kind"].Value));

    [Fact]
    public void Every_row_names_a_test_that_exists()
    {
        var tests = typeof(BpmnSupportTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(tests, Rows.Select(row => row.Groups["test"].Value).ToHashSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<kind>\w+)` \|.*\| `(?<test>\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
