using System.Text.Json.Nodes;
using CaseFlow.Activities.Matching;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.SuggestDuplicates;

/// <summary>Looks for open cases about the same matter, for a person to decide on.</summary>
public sealed class SuggestDuplicatesActivity(ICaseShelf shelf) : IActivity
{
    private const int Compared = 500;
    private const double Alike = 0.35;
    private const double SamePlace = 0.25;
    private const double SameCategory = 0.1;

    public static ActivityDescription Described { get; } = new(
        "suggest-duplicates", new("查找相似案件", "Look for similar cases"),
        new("在同一街道、同一类型的在办案件中,按地点、类别和标题用词查找相似的。", "Among open cases of the same kind and street, by place, category and words."),
        [new("most", new("最多几件", "At most"), new("默认 5。", "5 when not given."))],
        new("列表:number、title、place、score(0–1),最像的在前;没有时为空列表。", "A list of number, title, place, score (0 to 1), the most alike first; empty when there is none."));

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        if (await shelf.FindAsync(call.Tenant, call.CaseId, cancel) is not { } self) return new Completed(new JsonArray());
        var terms = TextMatch.Terms(self.Title, self.Description);
        var others = await shelf.OfKindAsync(self, open: true, Compared, cancel);
        var alike = others.Select(other => (Other: other, Score: Score(self, terms, other))).Where(pair => pair.Score >= Alike)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Other.Number, StringComparer.Ordinal).Take(call.Number("most", 5));
        return new Completed(new JsonArray([.. alike.Select(pair => Row(pair.Other, pair.Score))]));
    }

    private static double Score(CaseText self, System.Collections.Frozen.FrozenSet<string> terms, CaseText other)
    {
        var score = TextMatch.Likeness(terms, TextMatch.Terms(other.Title, other.Description));
        if (self.Category is not null && self.Category == other.Category) score += SameCategory;
        if (self.Place is not null && other.Place is not null) score += SamePlace * TextMatch.Likeness(TextMatch.Terms(self.Place), TextMatch.Terms(other.Place));
        return Math.Min(1, score);
    }

    private static JsonObject Row(CaseText other, double score) =>
        new() { ["number"] = other.Number, ["title"] = other.Title, ["place"] = other.Place, ["score"] = Math.Round((decimal)score, 2) };
}
