using CaseFlow.Runtime.Storage.Commits;
using static CaseFlow.Runtime.Storage.Commits.StoredType;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>A commit as the commands that write it: nearly always one.</summary>
internal static class SqlServerCommit
{
    /// <summary>What the server throws when the case's row was not at the version that was expected.</summary>
    public const int NotAtVersion = 50001;

    /// <summary>What the server throws when a row that the step demands is gone or another.</summary>
    public const int NotAsDemanded = 50002;

    // Without xact_abort the server would go on after a row that does not fit.
    public const string Begin = "set nocount on; set xact_abort on; begin transaction;\n";

    public const string End = "commit transaction;";

    private static readonly string OneRow = $" if @@rowcount <> 1 throw {NotAtVersion}, N'The case is not at the version that was expected.', 1;";

    private static readonly string Demanded = $" if @@rowcount <> 1 throw {NotAsDemanded}, N'A row that the step demands is gone or another.', 1;";

    /// <summary>Position and transaction id are the server's own.</summary>
    public static readonly Statement InsertEvent = Statement.Insert(
        "case_events", ("case_id", Id), ("tenant", Text), ("at", Time), ("actor_kind", Text), ("actor_id", Text), ("on_behalf_of", Text), ("cause", Text),
        ("sequence", Whole), ("type", Text), ("payload", Bytes), ("hash", Bytes));

    /// <summary>The case's row goes first: it holds off everybody else who would advance the case.</summary>
    public static List<SqlServerBatch> Batches(CaseCommit commit)
    {
        var batches = new List<SqlServerBatch> { new() };
        batches[0].Add(commit.Case.Statement, commit.Case.Values, commit.Case.Statement.Kind is StatementKind.Update ? OneRow : "");
        foreach (var row in EventRows(commit).Concat(commit.Rows))
        {
            if (!batches[^1].HasRoomFor(row.Statement)) batches.Add(new());
            batches[^1].Add(row.Statement, row.Values, row.Statement.IsDemanded ? Demanded : "");
        }

        return batches;
    }

    private static IEnumerable<RowWrite> EventRows(CaseCommit commit) => commit.Events.Select(e => new RowWrite(
        InsertEvent, commit.CaseId, commit.Tenant, commit.At, commit.Actor.Kind.ToString(), commit.Actor.Id, commit.Actor.OnBehalfOf, commit.Cause,
        e.Sequence, e.Type, e.Payload, e.Hash));
}
