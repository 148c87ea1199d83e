using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.SqlClient;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>What an error of the server says of a commit. Its texts are in the server's language; the names of keys and indexes in them are not.</summary>
internal static class SqlServerFaults
{
    private const int KeyTaken = 2627;
    private const int IndexTaken = 2601;
    private const int Deadlock = 1205;
    private const int SnapshotChanged = 3960;

    private static readonly string[] Unique = ["pk_cases", "ix_cases_tenant_number", "ix_cases_tenant_external_source_external_id", "pk_taken_messages"];

    /// <returns>Null: nothing that a caller is to be told in this way.</returns>
    public static CommitResult? ResultOf(int number, string message) => number switch
    {
        SqlServerCommit.NotAtVersion or Deadlock or SnapshotChanged => CommitResult.Conflict,
        SqlServerCommit.NotAsDemanded => CommitResult.Duplicate,
        KeyTaken or IndexTaken when Names(message, "pk_case_events") => CommitResult.Conflict,
        KeyTaken or IndexTaken when Unique.Any(name => Names(message, name)) => CommitResult.Duplicate,
        _ => null,
    };

    /// <summary>The connection is gone, or the server did not answer in time: what became of the transaction is not known.</summary>
    public static bool IsBroken(SqlException e) => e.Class >= 20 || e.Number is -2 or 0;

    /// <summary>Not by the quotes around it: each language has its own.</summary>
    private static bool Names(string message, string name)
    {
        var at = message.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && !IsPartOfName(message, at - 1) && !IsPartOfName(message, at + name.Length);
    }

    private static bool IsPartOfName(string message, int at) => at >= 0 && at < message.Length && (char.IsAsciiLetterOrDigit(message[at]) || message[at] == '_');
}
