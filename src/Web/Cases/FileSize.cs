using System.Globalization;

namespace CaseFlow.Web.Cases;

internal static class FileSize
{
    /// <summary>Bytes as a person says them: 480 KB, 2.1 MB.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0:0} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1048576.0:0.0} MB"),
    };
}
