using System.Text.Json.Nodes;
using CaseFlow.Activities.Matching;
using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.SuggestAnswers;

/// <summary>Looks for answers that were given to similar enquiries before.</summary>
public sealed class SuggestAnswersActivity(ICaseShelf shelf) : IActivity
{
    private const int Compared = 1000;
    private const double Alike = 0.4;

    public static ActivityDescription Described { get; } = new(
        "suggest-answers", new("查找参考答复", "Look for answers"),
        new("在已办结的同类咨询中查找用词相似的答复。", "Among closed enquiries, by the words of the question."),
        [
            new("answer", new("答复变量", "Answer variable"), new("早先案件里存放答复的变量,默认 answerText。", "The variable of the earlier case that holds the answer; answerText when not given.")),
            new("most", new("最多几条", "At most"), new("默认 3。", "3 when not given.")),
        ],
        new("列表:number、title、text、score,最像的在前;没有时为空列表。", "A list of number, title, text, score, the most alike first; empty when there is none."));

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        if (await shelf.FindAsync(call.Tenant, call.CaseId, cancel) is not { } self) return new Completed(new JsonArray());
        var terms = TextMatch.Terms(self.Title, self.Description);
        var alike = (await shelf.OfKindAsync(self, open: false, Compared, cancel))
            .Select(other => (Other: other, Score: TextMatch.Likeness(terms, TextMatch.Terms(other.Title, other.Description))))
            .Where(pair => pair.Score >= Alike).OrderByDescending(pair => pair.Score).ThenByDescending(pair => pair.Other.Number, StringComparer.Ordinal).Take(20);
        return new Completed(await AnsweredAsync(alike, call.Text("answer") ?? "answerText", call.Number("most", 3), cancel));
    }

    /// <summary>Those that have an answer: a case may have been closed without one.</summary>
    private async Task<JsonArray> AnsweredAsync(IEnumerable<(CaseText Other, double Score)> alike, string variable, int most, CancellationToken cancel)
    {
        var rows = new JsonArray();
        foreach (var (other, score) in alike)
        {
            if (rows.Count == most) break;
            if (await shelf.VariableAsync(other.CaseId, variable, cancel) is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0)
                rows.Add(new JsonObject { ["number"] = other.Number, ["title"] = other.Title, ["text"] = text, ["score"] = Math.Round((decimal)score, 2) });
        }

        return rows;
    }
}
