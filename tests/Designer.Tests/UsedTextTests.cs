using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CaseFlow.Designer.Tests;

/// <summary>A key without a text would be shown to people as the key.</summary>
public sealed partial class UsedTextTests
{
    private static readonly HashSet<string> Keys =
        [.. XElement.Parse(RepositoryFiles.Read("src/Designer/Resources/DesignerText.resx")).Elements("data").Select(data => data.Attribute("name")!.Value)];

    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src/Designer"), "*.*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)];

    [Fact]
    public void Every_text_that_is_asked_for_exists() =>
        Assert.Empty(Used().Where(key => !Keys.Contains(key) && !IsPrefix(key)).Distinct());

    private static IEnumerable<string> Used() => Sources.SelectMany(source => TextKey().Matches(source)).Select(match => match.Groups[1].Value);

    // Text["Time." + rule]: some text must begin so.
    private static bool IsPrefix(string key) => key.EndsWith('.') && Keys.Any(known => known.StartsWith(key, StringComparison.Ordinal));

    [GeneratedRegex("""[Tt]ext\["([^"{]+)""")]
    private static partial Regex TextKey();
}
