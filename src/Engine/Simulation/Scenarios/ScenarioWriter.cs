using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Writes a scenario as <see cref="ScenarioReader"/> reads it. Calendars of its own and defaults are left out: a file that had them still has them.</summary>
public static class ScenarioWriter
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static string Write(Scenario scenario)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("from", scenario.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteNumber("days", scenario.Days);
            if (scenario.WarmUpDays > 0) writer.WriteNumber("warmUpDays", scenario.WarmUpDays);
            if (scenario.Cases is { } cases) writer.WriteNumber("cases", cases);
            writer.WriteStartArray("arrivals");
            foreach (var plan in scenario.Arrivals) Write(writer, plan);
            writer.WriteEndArray();
            writer.WriteStartObject("staff");
            foreach (var (team, groups) in scenario.Staff) Write(writer, team, groups);
            writer.WriteEndObject();
            Write(writer, "steps", scenario.Steps);
            Write(writer, "activities", scenario.Activities);
            writer.WriteStartObject("directory");
            foreach (var (source, codes) in scenario.Directory) Texts(writer, source, codes);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, ArrivalPlan plan)
    {
        writer.WriteStartObject();
        if (plan.Start is { } start) writer.WriteString("start", start);
        if (plan.Every is { } every) DistributionWriter.Write(writer, "every", every, DistributionWriter.Duration);
        else writer.WriteString("rate", $"{plan.PerDay.ToString(CultureInfo.InvariantCulture)}/{(plan.WorkingDays ? "workday" : "day")}");
        if (!plan.Hours.IsDefaultOrEmpty) Numbers(writer, "hours", plan.Hours);
        if (!plan.Weekdays.IsDefaultOrEmpty)
        {
            writer.WriteStartObject("weekdays");
            for (var i = 0; i < Weekdays.Length; i++) writer.WriteNumber(Weekdays[i], plan.Weekdays[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string team, ImmutableArray<StaffGroup> groups)
    {
        writer.WriteStartArray(team);
        foreach (var group in groups)
        {
            writer.WriteStartObject();
            writer.WriteNumber("people", group.People);
            if (group.Calendar is { } calendar) writer.WriteString("calendar", calendar);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableSortedDictionary<string, StepPlan> plans)
    {
        writer.WriteStartObject(name);
        foreach (var (id, plan) in plans) Write(writer, id, plan);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string id, StepPlan plan)
    {
        writer.WriteStartObject(id);
        if (plan.Duration is { } duration) DistributionWriter.Write(writer, "duration", duration, DistributionWriter.Duration);
        if (plan.Chance is { } chance) writer.WriteNumber("chance", chance);
        if (plan.Fails is { } fails) writer.WriteNumber("fails", fails);
        if (plan.Answer is { } answer) writer.WriteString("answer", answer.Text);
        if (!plan.Errors.IsEmpty) Weights(writer, "errors", plan.Errors);
        if (!plan.Values.IsEmpty)
        {
            writer.WriteStartObject("values");
            foreach (var (field, values) in plan.Values)
                if (values.Amount is { } amount) DistributionWriter.Write(writer, field, amount, amount is UniformValue { To: > 3600 } ? DistributionWriter.Duration : DistributionWriter.Number);
                else Weights(writer, field, values.Weights);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Weights(Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, double>> weights)
    {
        writer.WriteStartObject(name);
        foreach (var (value, weight) in weights) writer.WriteNumber(value, weight);
        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, ImmutableArray<double> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
