using CaseFlow.Runtime.Directory;
using Microsoft.AspNetCore.Authorization;

namespace CaseFlow.Web.Security;

/// <summary>Who may use what: the only place that maps roles to doors. Pages and endpoints name a policy; whoever names none is shut.</summary>
public static class Policies
{
    /// <summary>Anyone of the staff who is signed in.</summary>
    public const string Staff = "staff";

    /// <summary>Do tasks: inbox, claim, complete.</summary>
    public const string Work = "work";

    /// <summary>Read cases of one's unit and below.</summary>
    public const string ReadCases = "read-cases";

    /// <summary>Take a request in for somebody else.</summary>
    public const string TakeIn = "take-in";

    /// <summary>Transfer other people's tasks, retry incidents, see the unit's whole worklist.</summary>
    public const string Supervise = "supervise";

    /// <summary>Read events across cases and who read what; verify chains.</summary>
    public const string Audit = "audit";

    /// <summary>Draft, check and publish flows.</summary>
    public const string EditFlows = "edit-flows";

    /// <summary>Units, people, roles, settings.</summary>
    public const string Manage = "manage";

    private static readonly (string Policy, string[] Roles)[] Table =
    [
        (Staff, [.. Roles.All]),
        (Work, [Roles.Caseworker, Roles.Supervisor, Roles.GridWorker, Roles.WindowClerk, Roles.Admin]),
        (ReadCases, [.. Roles.All]),
        (TakeIn, [Roles.WindowClerk, Roles.GridWorker, Roles.Caseworker, Roles.Supervisor, Roles.Admin]),
        (Supervise, [Roles.Supervisor, Roles.Admin]),
        (Audit, [Roles.Auditor, Roles.Admin]),
        (EditFlows, [Roles.Admin]),
        (Manage, [Roles.Admin]),
    ];

    public static void AddPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        foreach (var (policy, roles) in Table)
            authorization.AddPolicy(policy, builder => builder.RequireAuthenticatedUser().RequireRole(roles));
    }
}
