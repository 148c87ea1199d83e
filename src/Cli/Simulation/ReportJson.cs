using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Simulation.Replaying;
using CaseFlow.Engine.Simulation.Reports;

namespace CaseFlow.Cli.Simulation;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n", Converters = [typeof(RoundedNumber)])]
[JsonSerializable(typeof(SimulationReport))]
[JsonSerializable(typeof(ReplayReport))]
internal sealed partial class ReportJson : JsonSerializerContext;

/// <summary>Four decimals are more than a simulation can tell.</summary>
internal sealed class RoundedNumber : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Math.Round(value, 4));
}
