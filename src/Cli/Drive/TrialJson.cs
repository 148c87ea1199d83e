using System.Text.Json;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Drive;

/// <summary>The steps of a problem's trial run: <c>[{kind, element, detail?, taken, chosen, live, waiting}]</c>; left out when there are none.</summary>
internal static class TrialJson
{
    public static void Write(IReadOnlyCollection<TrialStep> steps, Utf8JsonWriter answer)
    {
        if (steps.Count == 0) return;
        answer.WriteStartArray("steps");
        foreach (var step in steps)
        {
            answer.WriteStartObject();
            answer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(step.Kind.ToString()));
            answer.WriteString("element", step.ElementId);
            if (step.Detail is not null) answer.WriteString("detail", step.Detail);
            answer.WriteTexts("taken", step.Taken);
            answer.WriteTexts("chosen", step.Chosen);
            answer.WriteTexts("live", step.Live);
            answer.WriteTexts("waiting", step.Waiting);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
