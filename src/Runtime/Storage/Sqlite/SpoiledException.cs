using Microsoft.Data.Sqlite;

namespace CaseFlow.Runtime.Storage.Sqlite;

/// <summary>A commit that was half written when a row of it did not fit; the transaction holds the half still.</summary>
internal sealed class SpoiledException(string message, SqliteException? inner = null) : Exception(message, inner)
{
    /// <summary>The message it brought was taken before, or somebody has dealt with a row that it demanded.</summary>
    public bool IsTakenBefore => InnerException is null || InnerException.Message.Contains("taken_messages.", StringComparison.Ordinal);
}
