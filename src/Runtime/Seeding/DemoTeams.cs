using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Seeding;

/// <summary>The teams of the demonstration tenant: which there are at which level.</summary>
internal static class DemoTeams
{
    private static readonly Dictionary<string, LocalText> Names = new(StringComparer.Ordinal)
    {
        ["dispatch"] = new("派单中心", "Dispatch"),
        ["callback"] = new("回访组", "Call-back"),
        ["supervisor"] = new("督办组", "Supervision"),
        ["adjudicator"] = new("裁定组", "Adjudication"),
        ["panel"] = new("合理性评审组", "Review panel"),
        ["intake"] = new("受理窗口", "Intake window"),
        ["handler"] = new("承办组", "Handlers"),
        ["station"] = new("民需管家服务站", "Service station"),
        ["approver"] = new("审批组", "Approval"),
        ["duty"] = new("值班组", "Duty officers"),
        ["grid"] = new("网格员", "Grid workers"),
    };

    /// <summary>Team keys by kind of unit. The district has each that a case may need before it stands in a sub-district.</summary>
    private static readonly Dictionary<string, string[]> Levels = new(StringComparer.Ordinal)
    {
        ["district"] = ["dispatch", "callback", "supervisor", "adjudicator", "panel", "intake", "handler", "duty", "approver", "station"],
        ["street"] = ["intake", "handler", "supervisor", "station", "approver", "duty"],
        ["community"] = ["handler", "station"],
        ["grid"] = ["grid"],
    };

    public static IEnumerable<TeamRow> All() =>
        from unit in DemoUnits.All()
        from key in Levels[unit.Kind]
        select new TeamRow(unit.Code, key, Names[key], 0);
}
