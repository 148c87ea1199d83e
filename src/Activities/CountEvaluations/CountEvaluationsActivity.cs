using System.Text.Json.Nodes;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.CountEvaluations;

/// <summary>
/// Counts what the reporters of linked cases said of the outcome. An answer counts when it was given since the case's present
/// stage began; "solved" counts for good, since whoever is content is not asked again.
/// </summary>
public sealed class CountEvaluationsActivity(ICaseLinks links, IEvaluationBook book) : IActivity
{
    private static readonly string[] NotAsked = ["withdrawn", "merged", "explained"];

    public static ActivityDescription Described { get; } = new(
        "count-evaluations", new("统计评价", "Count evaluations"), new("统计关联案件的居民评价。", "Counts what the residents of linked cases said."),
        [new("role", new("角色", "Role"), new("对方是本案件的什么,例如 need。", "What the others are to this one, for instance need."), Required: true)],
        new("asked、answered、solved、unsolved、average(1–5,没有时为空)。", "asked, answered, solved, unsolved, average (1 to 5, null when there is none)."));

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        var since = await book.StageEnteredAsync(call.Tenant, call.CaseId, cancel) ?? DateTimeOffset.MinValue;
        var (asked, answers) = (0, new List<ReporterEvaluation>());
        foreach (var linked in await links.LinkedAsync(call.Tenant, call.CaseId, call.RequiredText("role"), cancel))
        {
            if (NotAsked.Contains(linked.Closure)) continue;
            asked++;
            if (await book.LatestAsync(call.Tenant, linked.CaseId, cancel) is { } given && (given.Solved == true || given.At >= since)) answers.Add(given);
        }

        return new Completed(Tally(asked, answers));
    }

    private static JsonObject Tally(int asked, List<ReporterEvaluation> answers)
    {
        var scores = answers.Where(answer => answer.Score is not null).Select(answer => (decimal)answer.Score!.Value).ToList();
        return new JsonObject
        {
            ["asked"] = asked,
            ["answered"] = answers.Count,
            ["solved"] = answers.Count(answer => answer.Solved == true),
            ["unsolved"] = answers.Count(answer => answer.Solved == false),
            ["average"] = scores.Count == 0 ? null : Math.Round(scores.Average(), 2),
        };
    }
}
