using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CaseFlow.Runtime.Queries;

/// <summary>The place in a list after which the next page begins: the last row's sort values. Opaque to whoever passes it on.</summary>
internal static class Cursor
{
    public static string Write(params object[] values) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', values.Select(value => value switch
        {
            DateTimeOffset time => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        }))));

    /// <summary>The values; empty when there is no cursor, or one that we did not write: the list then begins anew.</summary>
    public static string[] Read(string? cursor, int count)
    {
        if (cursor is null || !Base64Url.IsValid(cursor)) return [];
        var values = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|');
        return values.Length == count ? values : [];
    }

    public static DateTimeOffset? Time(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms) && ms is >= -62135596800000 and <= 253402300799999
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;
}
