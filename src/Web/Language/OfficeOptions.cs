namespace CaseFlow.Web.Language;

/// <summary>The office this site speaks for: section <c>Office</c> of the configuration.</summary>
public sealed class OfficeOptions
{
    public const string Section = "Office";

    /// <summary>The tenant whose requests this site takes in: the setting <c>Tenant</c>. Staff belong to a tenant by their account.</summary>
    public string Tenant { get; set; } = "demo";

    /// <summary>IANA time zone that times are shown in.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>The office's name; null: a general one.</summary>
    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    /// <summary>A number to ring for who would rather not use a web page; null: none is shown.</summary>
    public string? Phone { get; set; }
}
