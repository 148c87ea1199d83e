using System.Text;

namespace CaseFlow.Runtime.People;

/// <summary>One form of a phone number, so that one person typed two ways is found again.</summary>
internal static class PhoneNumbers
{
    /// <summary>Digits only, without spaces, dashes and China's country code; null when nothing is left.</summary>
    public static string? Normalize(string? phone)
    {
        if (phone is null) return null;
        var text = phone.Normalize(NormalizationForm.FormKC);
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length == 15 && digits.StartsWith("0086", StringComparison.Ordinal)) digits = digits[4..];
        if (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal)) digits = digits[2..];
        return digits.Length == 0 ? null : digits;
    }
}
