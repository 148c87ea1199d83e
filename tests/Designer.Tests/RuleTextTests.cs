using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CaseFlow.Designer.Tests;

/// <summary>Whoever draws a flow reads of every rule what it means, in their own language; docs/publication-checks.md lists them all.</summary>
public sealed partial class RuleTextTests
{
    /// <summary>Where problems are made. Messages begin with "Expected", whatever the way to say them.</summary>
    private static readonly string[] Places = ["src/Engine/Checks", "src/Engine/Reading", "src/Engine/Decisions/Analysis", "src/Runtime/Publishing", "src/Activities"];

    private static readonly string[] Found =
        [.. Places.SelectMany(place => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, place), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).SelectMany(file => Rule().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["rule"].Value).Append("dmn").Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Rules() => [.. Found];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Has_a_title_and_an_explanation(string rule) => Assert.All(
        new[] { "DesignerText.resx", "DesignerText.zh-CN.resx" },
        file => Assert.Subset(Keys(file), new HashSet<string> { $"Rule.{rule}", $"Rule.{rule}.why" }));

    [Fact]
    public void Finds_the_rules_in_the_source() => Assert.Subset(
        Found.ToHashSet(), new HashSet<string> { "unknown-team", "closed-without-evaluation", "form-key", "flow-into-start", "field-never-read", "unknown-activity" });

    [Fact]
    public void Every_rule_has_its_row_in_the_documentation_and_none_is_left_of_one_that_is_gone() => Assert.Equal(
        Found, Row().Matches(RepositoryFiles.Read("docs/publication-checks.md")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_left_of_a_rule_that_is_gone() => Assert.Empty(
        Keys("DesignerText.resx").Where(key => key.StartsWith("Rule.", StringComparison.Ordinal)).Select(key => key.Split('.')[1]).Distinct()
            .Except(Found));

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private static HashSet<string> Keys(string file) =>
        [.. XElement.Parse(RepositoryFiles.Read($"src/Designer/Resources/{file}")).Elements("data").Select(data => data.Attribute("name")!.Value)];

    [GeneratedRegex("""(?:"(?<rule>[a-z][a-z-]*)",\s*\$?"Expected|(?:TableFinding|Problems\.Error|Problems\.Warning)\(\s*"(?<rule>[a-z][a-z-]*)")""")]
    private static partial Regex Rule();
}
