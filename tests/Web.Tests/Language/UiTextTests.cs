using System.Text.RegularExpressions;
using System.Xml.Linq;
using CaseFlow.Runtime.Directory;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Language;

public sealed partial class UiTextTests
{
    private static readonly Dictionary<string, string> English = Read("UiText.resx");
    private static readonly Dictionary<string, string> Chinese = Read("UiText.zh-CN.resx");
    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(RepositoryFiles.Full("src/Web"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)];

    [Fact]
    public void Every_text_is_there_in_both_languages() =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty() =>
        Assert.Empty(English.Concat(Chinese).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));

    [Fact]
    public void Both_languages_fill_the_same_gaps() =>
        Assert.Empty(English.Where(text => Gaps(text.Value) != Gaps(Chinese[text.Key])).Select(text => text.Key));

    [Fact]
    public void Every_text_a_page_asks_for_exists() =>
        Assert.Subset(English.Keys.ToHashSet(StringComparer.Ordinal), Quoted().ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Every_text_whose_name_is_put_together_has_at_least_one_ending() =>
        Assert.Subset(English.Keys.SelectMany(Beginnings).ToHashSet(StringComparer.Ordinal), Prefixes().ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void No_text_lies_unused()
    {
        var quoted = Sources.SelectMany(source => AnyQuotedKey().Matches(source)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var prefixes = Prefixes().ToHashSet(StringComparer.Ordinal);
        Assert.All(English.Keys.Except(quoted), key => Assert.True(prefixes.Overlaps(Beginnings(key)), key));
    }

    [Fact]
    public void Every_role_has_a_name() =>
        Assert.Subset(English.Keys.ToHashSet(StringComparer.Ordinal), Roles.All.Select(role => $"Role.{role}").ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<string> Beginnings(string key) => Enumerable.Range(1, key.Length - 1).Select(length => key[..length]);

    private static IEnumerable<string> Quoted() => Sources.SelectMany(source => Lookup().Matches(source)).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Prefixes() => Sources.SelectMany(source => Composed().Matches(source)).Select(match => match.Groups[1].Value);

    private static string Gaps(string text) => string.Concat(Enumerable.Range(0, 6).Where(gap => text.Contains($"{{{gap}", StringComparison.Ordinal)));

    private static Dictionary<string, string> Read(string file) =>
        XElement.Parse(RepositoryFiles.Read($"src/Web/Resources/{file}")).Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex("""\b[Tt]ext\["([A-Za-z0-9.-]+)"[\],]""")]
    private static partial Regex Lookup();

    [GeneratedRegex("""\b[Tt]ext\[\$"([A-Za-z0-9.-]+)\{""")]
    private static partial Regex Composed();

    [GeneratedRegex("\"([A-Z][A-Za-z0-9]*(?:\\.[A-Za-z0-9-]+)+)\"")]
    private static partial Regex AnyQuotedKey();
}
