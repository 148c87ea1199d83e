using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Engine.State;

/// <summary>The stored form of a <see cref="CaseState"/>: UTF-8 JSON with a format number; older formats are upgraded when read.</summary>
public static class CaseSnapshot
{
    /// <summary>Grows with every change that an older program could not read.</summary>
    public const int Format = 1;

    /// <summary>The step from each format to the next one: index 0 goes from 1 to 2.</summary>
    private static readonly Action<JsonObject>[] Upgrades = [];

    public static byte[] Write(CaseState state) => JsonSerializer.SerializeToUtf8Bytes(new SnapshotDocument(Format, state), CaseJson.Stored.SnapshotDocument);

    /// <exception cref="FormatException">Unknown format, or not a snapshot.</exception>
    public static CaseState Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return FormatOf(json) == Format ? Current(json) : Upgraded(json);
        }
        catch (JsonException e)
        {
            throw new FormatException("Expected a snapshot of a case, but " + e.Message, e);
        }
    }

    private static CaseState Current(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, CaseJson.Stored.SnapshotDocument)?.Case ?? throw new FormatException("Expected a snapshot of a case, but found null.");

    private static CaseState Upgraded(ReadOnlySpan<byte> json)
    {
        var format = FormatOf(json);
        if (format < 1 || format > Format) throw new FormatException($"Expected a snapshot of format 1 to {Format}, but found format {format}.");
        var document = JsonNode.Parse(json)!.AsObject();
        for (var step = format; step < Format; step++) Upgrades[step - 1](document["case"]!.AsObject());
        document["format"] = Format;
        return Current(JsonSerializer.SerializeToUtf8Bytes(document, CaseJson.Stored.JsonObject));
    }

    /// <summary>The format stands first, so that it can be read without the rest.</summary>
    private static int FormatOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var found = reader.Read() && reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("format"u8)
            && reader.Read() && reader.TokenType == JsonTokenType.Number;
        return found ? reader.GetInt32() : throw new FormatException("Expected a snapshot of a case with its format, but found something else.");
    }
}

internal sealed record SnapshotDocument(int Format, CaseState Case);
