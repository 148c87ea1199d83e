using System.IO.Compression;
using System.Text;

namespace CaseFlow.Runtime.Documents;

/// <summary>
/// Tells a file's kind from its bytes. What isn't recognised is refused: programs, HTML and SVG would otherwise run
/// in the browser of whoever opens them.
/// </summary>
internal static class FileSniffer
{
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"];
    private static readonly string[] Mp4Brands = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "qt  "];
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static FileKind? Sniff(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (bytes.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return FileKind.WebP;
        if (bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8)) return SniffBrand(Encoding.ASCII.GetString(bytes[8..12]));
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return SniffOffice(content);
        return IsPlainText(content) ? FileKind.Text : null;
    }

    private static FileKind? SniffBrand(string brand) =>
        HeicBrands.Contains(brand) ? FileKind.Heic : Mp4Brands.Contains(brand) ? FileKind.Mp4 : null;

    /// <summary>An Office file is a zip with a content-types part; one with macros is a program.</summary>
    private static FileKind? SniffOffice(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return names.Contains("word/document.xml") ? FileKind.Word : names.Contains("xl/workbook.xml") ? FileKind.Excel : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsPlainText(byte[] content)
    {
        try
        {
            var text = StrictUtf8.GetString(content).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            return text.Length > 0 && text[0] != '<' && !text.StartsWith("#!", StringComparison.Ordinal)
                && !text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
