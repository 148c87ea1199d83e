using Bunit;
using CaseFlow.Designer.Diagram;

namespace CaseFlow.Designer.Tests.Panel;

public sealed class CallPanelTests : PanelTestContext
{
    private static readonly ExtensionNode Tagged = ExtensionNode.Empty("call").With("binding", "version-tag").With("versionTag", "2026-spring");

    [Fact]
    public async Task A_call_is_pinned_unless_it_says_otherwise()
    {
        var panel = await ShowAsync(Element("CallActivity"));
        Assert.Equal("pinned", panel.Find("#binding").GetAttribute("value"));
        Assert.Empty(panel.FindAll("#called-tag"));
    }

    [Fact]
    public async Task Shows_the_tag_of_the_version_that_is_called()
    {
        var panel = await ShowAsync(Element("CallActivity", Tagged));
        Assert.Equal("2026-spring", panel.Find("#called-tag").GetAttribute("value"));
    }

    [Fact]
    public async Task A_tag_goes_with_its_binding()
    {
        var panel = await ShowAsync(Element("CallActivity", Tagged));
        await panel.Find("#binding").ChangeAsync(new() { Value = "latest" });
        Assert.Equal(["extend it element call [<call binding=latest>]"], Edits);
    }

    [Fact]
    public async Task Pinned_needs_no_words_in_the_file()
    {
        var panel = await ShowAsync(Element("CallActivity", Tagged));
        await panel.Find("#binding").ChangeAsync(new() { Value = "pinned" });
        Assert.Equal(["extend it element call []"], Edits);
    }
}
