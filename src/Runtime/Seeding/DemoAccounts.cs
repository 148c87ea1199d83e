
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

    private static readonly string[] Few =
        ["admin", "auditor", "dispatch1", "callback1", "s1-intake", "s1-duty1", "s1-handler1", "s1-supervisor", "s1-approver", "c1-station", "c1-handler", "c1-grid"];

    /// <summary>A few to start with: whoever the shipped flows need in the first community, one of each kind.</summary>
    public static IReadOnlyList<DemoAccount> Hints { get; } = [.. All.Where(account => Few.Contains(account.UserName))];
}
