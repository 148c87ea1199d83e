
namespace CaseFlow.Runtime.Seeding;

/// <summary>A demonstration account, as the sign-in page hints at it in Development.</summary>
/// <param name="Unit">Unit code.</param>
/// <param name="Teams">Team keys.</param>
public sealed record DemoAccount(string UserName, string DisplayName, string Unit, IReadOnlyList<string> Roles, IReadOnlyList<string> Teams);

/// <summary>The accounts of the demonstration tenant.</summary>
public static class DemoAccounts
{
    /// <summary>The password of all of them; set in Development only, elsewhere they have none and can't sign in.</summary>
    public const string Password = "Caseflow-demo-1";

    public static IReadOnlyList<DemoAccount> All { get; } =
        [.. DemoPeople.All().Select(person => new DemoAccount(
            person.UserName, person.DisplayName, person.Unit, person.Roles, [.. person.Teams.Select(team => team.Team).Distinct()]))];

    /// <summary>A few to start with: one of each kind.</summary>
    public static IReadOnlyList<DemoAccount> Hints { get; } =
        [.. All.Where(account => account.UserName is "admin" or "dispatch1" or "s1-intake" or "s1-handler1" or "c1-handler" or "c1-grid" or "callback1" or "s1-station" or "s1-supervisor" or "auditor")];
}
