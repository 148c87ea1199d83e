using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A staff member's account. Residents have none.</summary>
public sealed class StaffUser : IdentityUser
{
    public string Tenant { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string? PreferredLanguage { get; set; }

    /// <summary>Set when the account was closed; it can't sign in from then on.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}
