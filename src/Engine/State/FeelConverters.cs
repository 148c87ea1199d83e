using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.State;

/// <summary>Values in stored events and snapshots keep their kinds.</summary>
internal sealed class FeelValueConverter : JsonConverter<FeelValue>
{
    public override bool HandleNull => true;

    public override FeelValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return FeelJson.ReadTyped(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, FeelValue value, JsonSerializerOptions options) => FeelJson.WriteTyped(writer, value);
}

internal sealed class FeelContextConverter : JsonConverter<FeelContext>
{
    public override FeelContext Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return FeelJson.ReadTyped(document.RootElement) as FeelContext ?? throw new FormatException("Expected variables as a JSON object.");
    }

    public override void Write(Utf8JsonWriter writer, FeelContext value, JsonSerializerOptions options) => FeelJson.WriteTyped(writer, value);
}
