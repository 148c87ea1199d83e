using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.FindUnit;

/// <summary>Finds the unit of a level that is in charge of a place.</summary>
public sealed class FindUnitActivity(IUnitFinder units) : IActivity
{
    public static ActivityDescription Described { get; } = new(
        "find-unit", new("定位单位", "Find the unit"), new("从一个单位向上,找到指定层级的单位。", "From a unit upwards, the nearest one of a level."),
        [
            new("kind", new("层级", "Level"), new("grid、community、street 或 district。", "grid, community, street or district."), Required: true),
            new("from", new("从哪个单位", "From"), new("单位编码,默认案件所在单位。", "A unit's code; the case's unit when not given.")),
        ],
        new("单位编码;找不到时为起点单位。", "The unit's code; the one it began from when there is none."));

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        if ((call.Text("from") ?? call.Variable("grid") ?? call.Variable("unit")) is not { } from) return new Completed(null);
        var found = await units.AboveAsync(call.Tenant, from, call.RequiredText("kind"), cancel);
        return new Completed(JsonValue.Create(found ?? call.Variable("unit") ?? from));
    }
}
