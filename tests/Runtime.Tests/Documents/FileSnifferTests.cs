using System.IO.Compression;
using System.Text;
using CaseFlow.Runtime.Documents;

namespace CaseFlow.Runtime.Tests.Documents;

public sealed class FileSnifferTests
{
    public static TheoryData<byte[], string?> Heads => new()
    {
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "image/jpeg" },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "image/png" },
        { "%PDF-1.7\n"u8.ToArray(), "application/pdf" },
        { "RIFF\x10\0\0\0WEBPVP8 "u8.ToArray(), "image/webp" },
        { "RIFF\x10\0\0\0WAVEfmt "u8.ToArray(), null },
        { "\0\0\0\u0018ftypheic\0\0\0\0"u8.ToArray(), "image/heic" },
        { "\0\0\0\u0018ftypmp42\0\0\0\0"u8.ToArray(), "video/mp4" },
        { "\0\0\0\u0018ftypzzzz\0\0\0\0"u8.ToArray(), null },
        { "路灯不亮。\r\n请修理。"u8.ToArray(), "text/plain" },
        { "  <html><script>alert(1)</script>"u8.ToArray(), null },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), null },
        { "#!/bin/sh\nrm -rf /"u8.ToArray(), null },
        { "MZ\x90\0\x03"u8.ToArray(), null },
        { [0x7F, 0x45, 0x4C, 0x46, 2, 1], null },
        { [0xC3, 0x28, 0x41], null },
        { [], null },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void Goes_by_the_content_and_refuses_what_it_does_not_know(byte[] content, string? mediaType) =>
        Assert.Equal(mediaType, FileSniffer.Sniff(content)?.MediaType);

    [Theory]
    [InlineData("word/document.xml", null, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", null, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("word/document.xml", "word/vbaProject.bin", null)]
    [InlineData("classes.dex", null, null)]
    public void Takes_office_files_without_macros_out_of_all_zips(string part, string? other, string? mediaType) =>
        Assert.Equal(mediaType, FileSniffer.Sniff(Zip("[Content_Types].xml", part, other))?.MediaType);

    [Fact]
    public void Refuses_a_zip_that_is_no_office_file_or_is_broken()
    {
        Assert.Null(FileSniffer.Sniff(Zip("word/document.xml")));
        Assert.Null(FileSniffer.Sniff("PK\x03\x04 and then nothing of a zip"u8.ToArray()));
    }

    private static byte[] Zip(params string?[] names)
    {
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            foreach (var name in names.OfType<string>()) zip.CreateEntry(name);
        return content.ToArray();
    }
}
