using System.Text.Json;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Reads what a scenario says of one element, or of one type of activity.</summary>
internal static class StepReader
{
    public static StepPlan Read(JsonPlace place)
    {
        place.HasOnly("duration", "chance", "fails", "errors", "answer", "values");
        return new StepPlan
        {
            Duration = place.Find("duration") is { } duration ? DistributionReader.Durations(duration) : null,
            Chance = place.Find("chance")?.Probability(),
            Fails = place.Find("fails")?.Probability(),
            Errors = ScenarioReader.Map(place.Find("errors"), ScenarioPlaces.Probability),
            Answer = place.Find("answer") is { } answer ? Answer(answer) : null,
            Values = ScenarioReader.Map(place.Find("values"), Field),
        };
    }

    private static Expression Answer(JsonPlace place)
    {
        try
        {
            return Expression.Feel(place.Text());
        }
        catch (FeelSyntaxException e)
        {
            throw place.Fault($"Expected FEEL, but at column {e.Column}: {e.Message}");
        }
    }

    /// <summary>A text or number that is always entered, weights by value, or a spread.</summary>
    private static FieldPlan Field(JsonPlace place)
    {
        if (place.Value.ValueKind == JsonValueKind.Number) return new FieldPlan([], new FixedValue(place.Number()));
        if (place.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) return Always(place.YesOrNo() ? "true" : "false");
        if (place.Value.ValueKind == JsonValueKind.String) return Always(place.Value.GetString()!);
        if (DistributionReader.IsKind(place)) return new FieldPlan([], Amount(place));
        var weights = place.Members().Select(member => KeyValuePair.Create(member.Name, member.Place.Positive())).ToList();
        if (weights.TrueForAll(entry => entry.Value == 0)) throw place.Fault("Expected a value with a weight above 0.");
        return new FieldPlan([.. weights]);
    }

    private static FieldPlan Always(string value) => new([KeyValuePair.Create(value, 1.0)]);

    /// <summary>Texts are durations from now, for dates.</summary>
    private static Distribution Amount(JsonPlace place) =>
        place.Value.GetRawText().Contains("\"P", StringComparison.Ordinal) ? DistributionReader.Durations(place) : DistributionReader.Numbers(place);
}
