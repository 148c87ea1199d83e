using CaseFlow.Benchmarks.Support;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>
/// The units of a city: two districts of three sub-districts of ten communities, with the teams that the shipped flows ask for. So few that every
/// page is full in the small database too: a page of five rows would be held against one of fifty.
/// </summary>
internal static class City
{
    public const string Tenant = "bench";
    public const int Districts = 2;
    public const int StreetsOfDistrict = 3;
    public const int CommunitiesOfStreet = 10;
    public const int Communities = Districts * StreetsOfDistrict * CommunitiesOfStreet;

    private static readonly string[] CityTeams = ["dispatch", "callback", "adjudicator", "panel", "approver"];
    private static readonly string[] StreetTeams = ["intake", "supervisor", "duty", "approver"];
    private static readonly string[] CommunityTeams = ["handler", "station"];

    public static string CodeOf(int community) => $"k{community:D5}";

    public static string StreetOf(int community) => $"s{community / CommunitiesOfStreet:D3}";

    public static string PathOf(int community) => $"{StreetPathOf(community)}{CodeOf(community)}/";

    public static string StreetPathOf(int community) => $"city/d{community / CommunitiesOfStreet / StreetsOfDistrict:D2}/{StreetOf(community)}/";

    /// <summary>Somebody who handles cases in a community.</summary>
    public static Reader Handler(int community, int person) => new(
        $"u-{CodeOf(community)}-{person}", "张三", Tenant, CodeOf(community), PathOf(community), [Roles.Caseworker], [new TeamRef(CodeOf(community), "handler"), new TeamRef(CodeOf(community), "station")]);

    /// <summary>Somebody who leads the sub-district of a community.</summary>
    public static Reader Supervisor(int community) => new(
        $"u-{StreetOf(community)}", "李四", Tenant, StreetOf(community), StreetPathOf(community), [Roles.Supervisor],
        [new TeamRef(StreetOf(community), "supervisor"), new TeamRef(StreetOf(community), "intake")]);

    /// <summary>Somebody who sees the whole city.</summary>
    public static Reader Mayor { get; } = new("u-city", "王五", Tenant, "city", "city/", [Roles.Supervisor, Roles.Auditor], [new TeamRef("city", "dispatch")]);

    public static async Task BuildAsync(Store store)
    {
        await using var context = store.Get<Database>().Open(ReadScope.Whole(Tenant));
        Add(context, "city", null, "city/", "district", CityTeams);
        for (var district = 0; district < Districts; district++) Add(context, $"d{district:D2}", "city", $"city/d{district:D2}/", "district", []);
        for (var street = 0; street < Districts * StreetsOfDistrict; street++)
        {
            var first = street * CommunitiesOfStreet;
            Add(context, StreetOf(first), $"d{street / StreetsOfDistrict:D2}", StreetPathOf(first), "street", StreetTeams);
        }

        for (var community = 0; community < Communities; community++) Add(context, CodeOf(community), StreetOf(community), PathOf(community), "community", CommunityTeams);
        await context.SaveChangesAsync();
        store.Get<UnitDirectory>().Forget(Tenant);
    }

    private static void Add(CaseFlowDbContext context, string code, string? parent, string path, string kind, string[] teams)
    {
        context.Units.Add(new UnitRecord { Tenant = Tenant, Code = code, Parent = parent, Path = path, Kind = kind, Name = code });
        context.Teams.AddRange(teams.Select(team => new TeamRecord { Tenant = Tenant, UnitCode = code, Key = team, Name = team }));
    }
}
