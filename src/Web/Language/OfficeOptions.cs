namespace CaseFlow.Web.Language;

/// <summary>The office this site speaks for: section <c>Office</c> of the configuration.</summary>
public sealed class OfficeOptions
{
    public const string Section = "Office";

    /// <summary>IANA time zone that times are shown in.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>The office's name; null: a general one.</summary>
    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    /// <summary>A number to ring for who would rather not use a web page; null: none is shown.</summary>
    public string? Phone { get; set; }
}
