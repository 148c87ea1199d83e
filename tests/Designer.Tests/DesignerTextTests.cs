using System.Xml.Linq;

namespace CaseFlow.Designer.Tests;

public sealed class DesignerTextTests
{
    private static readonly Dictionary<string, string> English = Read("DesignerText.resx");
    private static readonly Dictionary<string, string> Chinese = Read("DesignerText.zh-CN.resx");

    [Fact]
    public void Every_text_is_there_in_both_languages() =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty() =>
        Assert.Empty(English.Concat(Chinese).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key));

    [Fact]
    public void Both_languages_fill_the_same_gaps() =>
        Assert.Empty(English.Where(text => Gaps(text.Value) != Gaps(Chinese[text.Key])).Select(text => text.Key));

    private static string Gaps(string text) =>
        string.Concat(Enumerable.Range(0, 6).Where(gap => text.Contains($"{{{gap}", StringComparison.Ordinal)));

    private static Dictionary<string, string> Read(string file) =>
        XElement.Parse(RepositoryFiles.Read($"src/Designer/Resources/{file}")).Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
}
