using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>The rows of a step's events, for writers of our own.</summary>
internal static class EventColumns
{
    public static readonly string[] Names =
        ["case_id", "tenant", "at", "actor_kind", "actor_id", "on_behalf_of", "cause", "sequence", "type", "payload", "hash", "position", "transaction_id"];

    /// <param name="position">Place in the feed, which SQLite's writer counts itself; null where the database does.</param>
    public static IEnumerable<object?[]> Rows(CaseCommit step, Func<long>? position)
    {
        foreach (var e in step.Events)
        {
            object?[] values = [step.CaseId, step.Tenant, step.At, step.Actor.Kind.ToString(), step.Actor.Id, step.Actor.OnBehalfOf, step.Cause, e.Sequence, e.Type, e.Payload, e.Hash];
            yield return position is null ? values : [.. values, position(), 0L];
        }
    }

    public static string Insert(DatabaseProvider provider)
    {
        var names = provider is DatabaseProvider.Sqlite ? Names : Names[..^2];
        return $"insert into case_events ({string.Join(", ", names)}) values ({string.Join(", ", names.Select((_, at) => $"${at + 1}"))})";
    }
}
