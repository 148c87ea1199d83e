using CaseFlow.Runtime.Documents;

namespace CaseFlow.Runtime.Tests.Documents;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("路灯.JPG", "路灯.JPG")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData(@"C:\Users\me\photo.jpeg", "photo.jpeg")]
    [InlineData("invoice.exe", "invoice.jpg")]
    [InlineData("gpj.\u202Eexe.jpg", "gpj.exe.jpg")]
    [InlineData("a\r\nb: \"c\".jpg", "ab c.jpg")]
    [InlineData("...", "file.jpg")]
    [InlineData("", "file.jpg")]
    public void Keeps_what_is_safe_and_gives_the_extension_of_the_content(string sent, string kept) =>
        Assert.Equal(kept, FileNames.Clean(sent, FileKind.Jpeg));

    [Fact]
    public void Cuts_a_long_name_but_not_its_extension()
    {
        var kept = FileNames.Clean(new string('长', 300) + ".jpg", FileKind.Jpeg);

        Assert.Equal(new string('长', 116) + ".jpg", kept);
    }
}
