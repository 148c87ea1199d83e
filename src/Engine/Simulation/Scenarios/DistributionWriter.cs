using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Writes a spread as <see cref="DistributionReader"/> reads it.</summary>
internal static class DistributionWriter
{
    public static void Duration(Utf8JsonWriter writer, double seconds) => writer.WriteStringValue($"PT{seconds.ToString("0.###", CultureInfo.InvariantCulture)}S");

    public static void Number(Utf8JsonWriter writer, double number) => writer.WriteNumberValue(number);

    public static void Write(Utf8JsonWriter writer, string name, Distribution spread, Action<Utf8JsonWriter, double> value)
    {
        writer.WriteStartObject(name);
        switch (spread)
        {
            case FixedValue d: One(writer, "fixed", d.Value, value); break;
            case UniformValue d: Many(writer, "uniform", [d.From, d.To], value); break;
            case TriangularValue d: Many(writer, "triangular", [d.From, d.Mode, d.To], value); break;
            case ExponentialValue d: One(writer, "exponential", d.Mean, value); break;
            case LognormalValue d: Mean(writer, "lognormal", d.Mean, d.Deviation, value); break;
            case NormalValue d: Mean(writer, "normal", d.Mean, d.Deviation, value); break;
            case RecordedValue d: Many(writer, "recorded", d.Quantiles, value); break;
            default: throw new ArgumentOutOfRangeException(nameof(spread), spread, "Expected a distribution of this list.");
        }

        writer.WriteEndObject();
    }

    private static void One(Utf8JsonWriter writer, string kind, double number, Action<Utf8JsonWriter, double> value)
    {
        writer.WritePropertyName(kind);
        value(writer, number);
    }

    private static void Many(Utf8JsonWriter writer, string kind, IEnumerable<double> numbers, Action<Utf8JsonWriter, double> value)
    {
        writer.WriteStartArray(kind);
        foreach (var number in numbers) value(writer, number);
        writer.WriteEndArray();
    }

    private static void Mean(Utf8JsonWriter writer, string kind, double mean, double deviation, Action<Utf8JsonWriter, double> value)
    {
        writer.WriteStartObject(kind);
        One(writer, "mean", mean, value);
        One(writer, "deviation", deviation, value);
        writer.WriteEndObject();
    }
}
