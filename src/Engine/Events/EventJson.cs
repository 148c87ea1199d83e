namespace CaseFlow.Engine.Events;

/// <summary>The stored form of events: UTF-8 JSON, canonical (the ledger hashes these bytes), one type name an event.</summary>
public static class EventJson
{
    /// <summary>The event's stable type name, e.g. <c>task-created</c>.</summary>
    public static string TypeOf(CaseEvent @event) => throw new NotImplementedException();

    public static byte[] Write(CaseEvent @event) => throw new NotImplementedException();

    /// <exception cref="FormatException">Unknown type, or not an event of it.</exception>
    public static CaseEvent Read(string type, ReadOnlySpan<byte> json) => throw new NotImplementedException();
}
