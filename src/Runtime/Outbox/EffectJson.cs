using System.Text.Json;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Runtime.Outbox;

/// <summary>Effects as outbox rows hold them. Variables are typed: a date comes back as a date.</summary>
internal static class EffectJson
{
    private const string Run = "run-activity";
    private const string Send = "send-message";
    private const string Broadcast = "broadcast-signal";

    public static string KindOf(Effect effect) => effect switch
    {
        RunActivity => Run,
        SendMessage => Send,
        BroadcastSignal => Broadcast,
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "Expected an effect with a stored form."),
    };

    public static byte[] Write(Effect effect)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("key", effect.Key);
            Write(json, effect);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <exception cref="FormatException">Unknown kind, or not an effect of it.</exception>
    public static Effect Read(string kind, ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return Read(kind, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"Expected an effect {kind}, but {e.Message}", e);
        }
    }

    private static void Write(Utf8JsonWriter json, Effect effect)
    {
        switch (effect)
        {
            case RunActivity run:
                WriteJob(json, run.Job);
                WriteContext(json, "variables", run.Variables);
                break;
            case SendMessage send:
                json.WriteString("name", send.Name);
                json.WriteString("correlationKey", send.CorrelationKey);
                WriteContext(json, "variables", send.Variables);
                break;
            case BroadcastSignal signal:
                json.WriteString("name", signal.Name);
                WriteContext(json, "variables", signal.Variables);
                break;
        }
    }

    private static Effect Read(string kind, JsonElement json)
    {
        var key = json.GetProperty("key").GetString()!;
        return kind switch
        {
            Run => new RunActivity(key, ReadJob(json.GetProperty("job")), ReadContext(json, "variables")),
            Send => new SendMessage(key, json.GetProperty("name").GetString()!, json.GetProperty("correlationKey").GetString(), ReadContext(json, "variables")),
            Broadcast => new BroadcastSignal(key, json.GetProperty("name").GetString()!, ReadContext(json, "variables")),
            _ => throw new FormatException($"Expected an effect of a known kind, but found {kind}."),
        };
    }

    private static void WriteJob(Utf8JsonWriter json, JobState job)
    {
        json.WriteStartObject("job");
        json.WriteNumber("key", job.Key);
        json.WriteString("elementId", job.ElementId);
        json.WriteString("activityType", job.ActivityType);
        WriteContext(json, "settings", job.Settings);
        json.WriteNumber("attempt", job.Attempt);
        json.WriteNumber("retriesLeft", job.RetriesLeft);
        json.WriteEndObject();
    }

    private static JobState ReadJob(JsonElement json) => new(
        json.GetProperty("key").GetInt64(), json.GetProperty("elementId").GetString()!, json.GetProperty("activityType").GetString()!,
        ReadContext(json, "settings"), json.GetProperty("attempt").GetInt32(), json.GetProperty("retriesLeft").GetInt32(), RetryAt: null);

    private static void WriteContext(Utf8JsonWriter json, string name, FeelContext context)
    {
        json.WritePropertyName(name);
        FeelJson.WriteTyped(json, context);
    }

    private static FeelContext ReadContext(JsonElement json, string name) =>
        FeelJson.ReadTyped(json.GetProperty(name)) as FeelContext ?? throw new FormatException($"Expected '{name}' to be a context.");
}
