using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Recorded;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Export;

/// <summary>One case on one line of JSON, with its events as they are stored, so that hashes can be computed anew. docs/export-format.md describes it.</summary>
public sealed class ExportedCase
{
    public const string Format = "caseflow-case/1";

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal ExportedCase(Guid caseId, string number, FlowRef flow, long version, byte[] headHash, IReadOnlyList<CaseEventRecord> events) =>
        (CaseId, Number, Flow, Version, HeadHash, Events) = (caseId, number, flow, version, headHash, events);

    public Guid CaseId { get; }

    public string Number { get; }

    public FlowRef Flow { get; }

    internal long Version { get; }

    internal byte[] HeadHash { get; }

    internal IReadOnlyList<CaseEventRecord> Events { get; }

    /// <exception cref="FormatException">Not a case of an export; the message names the place in the line.</exception>
    public static ExportedCase Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueEquals(Format) is false)
                throw new FormatException($"Expected a case with \"format\": \"{Format}\", but found none.");
            var caseId = root.GetProperty("caseId").GetGuid();
            var flow = new FlowRef(root.GetProperty("flow").GetString()!, root.GetProperty("flowVersion").GetInt32());
            var events = root.GetProperty("events").EnumerateArray().Select(item => Event(caseId, item)).ToList();
            return new ExportedCase(caseId, root.GetProperty("number").GetString()!, flow, root.GetProperty("version").GetInt64(), Hash(root.GetProperty("headHash")), events);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Expected a case of an export, but {e.Message}", e);
        }
    }

    /// <summary>Its events as the engine knows them.</summary>
    /// <exception cref="FormatException">An event of an unknown type, or not of its type; or the first one doesn't start the case.</exception>
    public RecordedCase Recorded()
    {
        var recorded = new RecordedCase(Number, Flow, [.. Events.Select(e => new RecordedEvent(EventJson.Read(e.Type, e.Payload), e.At, new Actor(e.ActorKind, e.ActorId, e.OnBehalfOf), e.Cause))]);
        return recorded.Events is [{ Event: CaseStarted }, ..] ? recorded : throw new FormatException($"Expected case {Number} to begin with case-started, but it doesn't.");
    }

    public string Line()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteString("caseId", CaseId);
            writer.WriteString("number", Number);
            writer.WriteString("flow", Flow.Key);
            writer.WriteNumber("flowVersion", Flow.Version);
            writer.WriteNumber("version", Version);
            writer.WriteString("headHash", Convert.ToHexStringLower(HeadHash));
            writer.WriteStartArray("events");
            foreach (var e in Events) Write(writer, e);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, CaseEventRecord e)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", e.Sequence);
        writer.WriteString("at", e.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        writer.WriteString("actorKind", e.ActorKind.ToString());
        writer.WriteString("actor", e.ActorId);
        if (e.OnBehalfOf is not null) writer.WriteString("onBehalfOf", e.OnBehalfOf);
        writer.WriteString("cause", e.Cause);
        writer.WriteString("type", e.Type);
        writer.WriteString("hash", Convert.ToHexStringLower(e.Hash));
        writer.WritePropertyName("payload");
        writer.WriteRawValue(e.Payload);
        writer.WriteEndObject();
    }

    private static CaseEventRecord Event(Guid caseId, JsonElement item) => new()
    {
        CaseId = caseId,
        Sequence = item.GetProperty("sequence").GetInt64(),
        Tenant = "",
        Type = item.GetProperty("type").GetString()!,
        At = item.GetProperty("at").GetDateTimeOffset(),
        ActorKind = Enum.Parse<ActorKind>(item.GetProperty("actorKind").GetString()!),
        ActorId = item.GetProperty("actor").GetString()!,
        OnBehalfOf = item.TryGetProperty("onBehalfOf", out var other) ? other.GetString() : null,
        Cause = item.GetProperty("cause").GetString()!,
        Payload = Encoding.UTF8.GetBytes(item.GetProperty("payload").GetRawText()),
        Hash = Hash(item.GetProperty("hash")),
        Position = 0,
        TransactionId = 0,
    };

    private static byte[] Hash(JsonElement element)
    {
        try
        {
            return Convert.FromHexString(element.GetString() ?? "");
        }
        catch (FormatException)
        {
            throw new FormatException($"Expected a hash in hexadecimal, but found '{element.GetString()}'.");
        }
    }
}
