using System.Globalization;

namespace CaseFlow.Runtime.People;

/// <summary>Personal data as lists and case pages show it: enough to recognise, not enough to use.</summary>
internal static class Masking
{
    /// <summary>王小明 becomes 王**.</summary>
    public static string? Name(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null : StringInfo.GetNextTextElement(name.Trim()) + "**";

    /// <summary>13800000001 becomes 138****0001; a short number keeps its last two digits.</summary>
    public static string? Phone(string? phone)
    {
        if (string.IsNullOrWhiteSpace(phone)) return null;
        var text = phone.Trim();
        if (text.Length >= 11) return $"{text[..3]}****{text[^4..]}";
        return text.Length > 4 ? "****" + text[^2..] : "****";
    }

    /// <summary>The first six characters, which name the place, not the door.</summary>
    public static string? Address(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var letters = new StringInfo(address.Trim());
        return letters.LengthInTextElements > 6 ? letters.SubstringByTextElements(0, 6) + "****" : "****";
    }
}
