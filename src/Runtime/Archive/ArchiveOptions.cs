using Microsoft.Extensions.Configuration;

namespace CaseFlow.Runtime.Archive;

/// <param name="After">How long after its closing a case goes to the archive; null: never.</param>
/// <param name="BatchSize">Cases moved in one transaction.</param>
public sealed record ArchiveOptions(TimeSpan? After, int BatchSize = 100)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(90);

    /// <summary>Reads <c>Retention:ArchiveAfter</c>: days, or days and a time (<c>90.12:00</c>); default 90; 0 switches it off.</summary>
    /// <exception cref="InvalidOperationException">Not such a time.</exception>
    public static ArchiveOptions From(IConfiguration configuration)
    {
        if (configuration["Retention:ArchiveAfter"] is not { Length: > 0 } text) return new ArchiveOptions(Usual);
        if (!TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var after) || after < TimeSpan.Zero)
            throw new InvalidOperationException($"Expected Retention:ArchiveAfter in days, such as 90, but it is '{text}'.");
        return new ArchiveOptions(after == TimeSpan.Zero ? null : after);
    }
}
