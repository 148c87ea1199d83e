using System.Globalization;
using System.Text;

namespace CaseFlow.Runtime.Documents;

/// <summary>Makes a sender's file name safe to show and to save under.</summary>
internal static class FileNames
{
    private const int Longest = 120;
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>Without folders, control and direction characters; the extension is one of the content's kind.</summary>
    public static string Clean(string name, FileKind kind)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Normalize(NormalizationForm.FormC);
        var clean = string.Concat(last.Where(IsSafe)).Trim(' ', '.');
        var extension = Path.GetExtension(clean);
        var stem = extension.Length is > 0 and <= 6 ? clean[..^extension.Length].TrimEnd(' ', '.') : clean;
        if (!kind.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)) extension = kind.Extensions[0];
        if (stem.Length == 0) stem = "file";
        return Shorten(stem, Longest - extension.Length) + extension;
    }

    private static bool IsSafe(char letter) =>
        !Forbidden.Contains(letter, StringComparison.Ordinal)
        && CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Shorten(string stem, int length)
    {
        if (stem.Length <= length) return stem;
        return char.IsHighSurrogate(stem[length - 1]) ? stem[..(length - 1)] : stem[..length];
    }
}
