using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Seeding;

/// <summary>One member of staff of the demonstration tenant.</summary>
internal sealed record DemoPerson(string UserName, string DisplayName, string Unit, string[] Roles, TeamRef[] Teams);

/// <summary>
/// Staff of the demonstration tenant: every team has somebody, and whoever calls back is never whoever handled it.
/// All names are invented.
/// </summary>
internal static class DemoPeople
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";

    private static readonly string[] GivenNames =
        ["晓岚", "文博", "雨桐", "志远", "佳宁", "子墨", "思源", "海宁", "若溪", "建平", "春燕", "明哲", "书瑶", "宏图", "静姝", "承安", "乐怡", "望舒", "景行", "知微", "云帆", "念慈"];

    public static IReadOnlyList<DemoPerson> All()
    {
        IEnumerable<DemoPerson> all = [.. District(), .. DemoUnits.StreetCodes.SelectMany(Street), .. DemoUnits.CommunityCodes.SelectMany(Community)];
        return [.. all.Select((person, n) => person with { DisplayName = NameOf(n) })];
    }

    private static IEnumerable<DemoPerson> District()
    {
        const string unit = DemoUnits.District;
        return
        [
            Person("admin", unit, [Roles.Admin]),
            Person("auditor", unit, [Roles.Auditor]),
            Person("supervisor", unit, [Roles.Supervisor, Roles.Caseworker], "supervisor", "adjudicator"),
            Person("dispatch1", unit, [Roles.Caseworker], "dispatch", "intake"),
            Person("dispatch2", unit, [Roles.Caseworker], "dispatch", "intake", "duty"),
            Person("callback1", unit, [Roles.Caseworker], "callback"),
            Person("callback2", unit, [Roles.Caseworker], "callback"),
            Person("adjudicator", unit, [Roles.Supervisor, Roles.Caseworker], "adjudicator", "approver"),
            Person("panel1", unit, [Roles.Caseworker], "panel", "handler"),
            Person("panel2", unit, [Roles.Caseworker], "panel", "handler"),
            Person("panel3", unit, [Roles.Caseworker], "panel", "station"),
        ];
    }

    private static IEnumerable<DemoPerson> Street(string unit) =>
    [
        Person($"{unit}-intake", unit, [Roles.WindowClerk, Roles.Caseworker], "intake"),
        Person($"{unit}-handler1", unit, [Roles.Caseworker], "handler"),
        Person($"{unit}-handler2", unit, [Roles.Caseworker], "handler"),
        Person($"{unit}-supervisor", unit, [Roles.Supervisor, Roles.Caseworker], "supervisor"),
        Person($"{unit}-station", unit, [Roles.Caseworker], "station"),
        Person($"{unit}-approver", unit, [Roles.Supervisor, Roles.Caseworker], "approver"),
        Person($"{unit}-duty1", unit, [Roles.Caseworker], "duty"),
        Person($"{unit}-duty2", unit, [Roles.Caseworker], "duty"),
    ];

    private static IEnumerable<DemoPerson> Community(string unit) =>
    [
        Person($"{unit}-handler", unit, [Roles.Caseworker], "handler"),
        Person($"{unit}-station", unit, [Roles.Caseworker], "station"),
        Person($"{unit}-grid", unit, [Roles.GridWorker]) with { Teams = [.. DemoUnits.GridsOf(unit).Select(grid => new TeamRef(grid, "grid"))] },
    ];

    private static DemoPerson Person(string userName, string unit, string[] roles, params string[] teams) =>
        new(userName, userName, unit, roles, [.. teams.Select(team => new TeamRef(unit, team))]);

    private static string NameOf(int n) => Surnames[n % Surnames.Length] + GivenNames[n * 7 % GivenNames.Length];
}
