using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Simulation.Reports;

namespace CaseFlow.Cli.Simulation;

/// <summary>A simulation's report as JSON: members as the records name them, durations in seconds.</summary>
internal static class SimulationJson
{
    public static string Of(SimulationReport report) => JsonSerializer.Serialize(report, Holder.Instance.SimulationReport);

    private static class Holder
    {
        public static readonly ReportJson Instance = new(new JsonSerializerOptions(ReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n", Converters = [typeof(RoundedNumber)])]
[JsonSerializable(typeof(SimulationReport))]
internal sealed partial class ReportJson : JsonSerializerContext;

/// <summary>Four decimals are more than a simulation can tell.</summary>
internal sealed class RoundedNumber : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 4));
}
