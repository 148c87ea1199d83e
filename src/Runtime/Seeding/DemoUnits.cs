using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Seeding;

/// <summary>The units of the demonstration tenant: a district, three sub-districts, nine communities, thirty-six grids. All names are invented.</summary>
internal static class DemoUnits
{
    private const int GridsOfCommunity = 4;

    private static readonly (string Zh, string En)[] Streets = [("青榆街道", "Qingyu Sub-district"), ("白桦街道", "Baihua Sub-district"), ("丹枫街道", "Danfeng Sub-district")];

    private static readonly (string Zh, string En)[] Communities =
    [
        ("榆荫", "Yuyin"), ("榆岸", "Yu'an"), ("榆桥", "Yuqiao"),
        ("桦岭", "Hualing"), ("桦湾", "Huawan"), ("桦园", "Huayuan"),
        ("枫屏", "Fengping"), ("枫渡", "Fengdu"), ("枫岸", "Feng'an"),
    ];

    public const string District = "d1";

    public static IReadOnlyList<string> StreetCodes { get; } = [.. Enumerable.Range(1, Streets.Length).Select(n => $"s{n}")];

    public static IReadOnlyList<string> CommunityCodes { get; } = [.. Enumerable.Range(1, Communities.Length).Select(n => $"c{n}")];

    public static IEnumerable<UnitRow> All()
    {
        var district = new UnitRow(District, null, "d1/", "district", new LocalText("云杉区", "Yunshan District"));
        return [district, .. Enumerable.Range(0, Streets.Length).SelectMany(n => Street(district, n))];
    }

    /// <summary>The grids of a community, in order.</summary>
    public static IEnumerable<string> GridsOf(string community)
    {
        var first = (int.Parse(community[1..], System.Globalization.CultureInfo.InvariantCulture) - 1) * GridsOfCommunity;
        return Enumerable.Range(first + 1, GridsOfCommunity).Select(GridCode);
    }

    /// <summary>The communities of a sub-district, in order.</summary>
    public static IEnumerable<string> CommunitiesOf(string street) => CommunityCodes.Skip(3 * Index(street)).Take(3);

    private static IEnumerable<UnitRow> Street(UnitRow district, int index)
    {
        var street = Below(district, StreetCodes[index], "street", new LocalText(Streets[index].Zh, Streets[index].En));
        return [street, .. CommunitiesOf(street.Code).SelectMany(code => Community(street, code))];
    }

    private static IEnumerable<UnitRow> Community(UnitRow street, string code)
    {
        var (zh, en) = Communities[Index(code)];
        var community = Below(street, code, "community", new LocalText(zh + "社区", en + " Community"));
        return [community, .. GridsOf(code).Select((grid, n) => Below(community, grid, "grid", new LocalText($"{zh}第{"一二三四"[n]}网格", $"{en} Grid {n + 1}")))];
    }

    private static UnitRow Below(UnitRow parent, string code, string kind, LocalText name) =>
        new(code, parent.Code, $"{parent.Path}{code}/", kind, name);

    private static int Index(string code) => int.Parse(code[1..], System.Globalization.CultureInfo.InvariantCulture) - 1;

    private static string GridCode(int n) => $"g{n:00}";
}
