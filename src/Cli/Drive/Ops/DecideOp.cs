using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>decide</c>: asks a <c>decision</c> (name or id) of a DMN <c>file</c> with an <c>input</c>; answers besides the value the fired rules, their tables and the inputs as seen.</summary>
internal static class DecideOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var model = session.Decisions(request.File("file"));
        var input = request.Values("input").Entries.ToDictionary(entry => entry.Key, entry => entry.Value);
        var result = model.Evaluate(request.Text("decision"), input, session.Now);
        answer.WriteBoolean("ok", result.Error is null || !result.Value.IsNull);
        if (result.Error is { } error) answer.WriteString("error", error);
        answer.WritePropertyName("value");
        FeelJson.Write(answer, result.Value);
        answer.WriteStartArray("rules");
        foreach (var rule in result.Rules) answer.WriteStringValue(rule.RuleId);
        answer.WriteEndArray();
        answer.WritePropertyName("inputs");
        FeelJson.Write(answer, new FeelContext(result.Inputs));
        answer.WriteTexts("tables", result.Rules.Select(rule => rule.TableId).Distinct());
        answer.WriteString("file", model.File);
    }
}
