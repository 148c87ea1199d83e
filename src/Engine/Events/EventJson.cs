using System.Text.Json;

namespace CaseFlow.Engine.Events;

/// <summary>The stored form of events: UTF-8 JSON, canonical (the ledger hashes these bytes), one type name an event.</summary>
public static class EventJson
{
    /// <summary>The event's stable type name, e.g. <c>task-created</c>.</summary>
    public static string TypeOf(CaseEvent @event) => EventNames.ByType[@event.GetType()].Name;

    public static byte[] Write(CaseEvent @event) => JsonSerializer.SerializeToUtf8Bytes(@event, EventNames.ByType[@event.GetType()].Info);

    /// <exception cref="FormatException">Unknown type, or not an event of it.</exception>
    public static CaseEvent Read(string type, ReadOnlySpan<byte> json)
    {
        if (!EventNames.ByName.TryGetValue(type, out var info)) throw new FormatException($"Expected an event of a known type, but found {type}.");
        try
        {
            return (CaseEvent?)JsonSerializer.Deserialize(json, info) ?? throw new FormatException($"Expected an event {type}, but found null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Expected an event {type}, but {e.Message}", e);
        }
    }
}
