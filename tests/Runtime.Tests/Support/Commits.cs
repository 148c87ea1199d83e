using System.Text;
using CaseFlow.Engine;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Commits made by hand, for testing the store without an engine.</summary>
internal static class Commits
{
    public const string Tenant = "t1";

    public static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    /// <summary>A new case with one event.</summary>
    public static CaseCommit New(Guid id, string number, params RowWrite[] rows)
    {
        var events = Events(id, 0, EventHash.Genesis(id), 1);
        object?[] values =
        [
            id, Tenant, number, "complaint", "flow", 1L, null, "web", null, null, At, At, null, "c5", "d1/s2/c5/", "Active",
            null, null, null, null, null, null, null, null, null, null, At, 1L, Encoding.UTF8.GetBytes("{}"), events[^1].Hash,
        ];
        return new(id, Tenant, 0, Actor.System, At, "start-case", events, new(Statements.InsertCase, values), rows, 2);
    }

    /// <summary>A further step of <paramref name="count"/> events.</summary>
    public static CaseCommit Step(Guid id, long expected, byte[] head, int count = 1, params RowWrite[] rows)
    {
        var events = Events(id, expected, head, count);
        var update = new RowWrite(Statements.UpdateCase, At, expected + count, Encoding.UTF8.GetBytes($"{{\"v\":{expected + count}}}"), events[^1].Hash, id, expected);
        return new(id, Tenant, expected, Actor.Staff("u1"), At, "complete-task", events, update, rows, 8);
    }

    private static List<StoredEvent> Events(Guid id, long expected, byte[] head, int count)
    {
        var events = new List<StoredEvent>();
        var (actor, cause) = expected == 0 ? (Actor.System, "start-case") : (Actor.Staff("u1"), "complete-task");
        for (var sequence = expected + 1; sequence <= expected + count; sequence++)
        {
            var payload = Encoding.UTF8.GetBytes($"{{\"n\":{sequence},\"case\":\"{id}\"}}");
            head = EventHash.Next(head, sequence, At, "note-added", actor, cause, payload);
            events.Add(new(sequence, "note-added", payload, head));
        }

        return events;
    }
}
