namespace CaseFlow.Runtime.Storage.Commits;

internal enum StatementKind
{
    Insert,

    /// <summary>Leaves a row that is there as it is.</summary>
    InsertIfAbsent,

    /// <summary>Inserts, or changes the row with that key.</summary>
    Upsert,

    Update,
    Delete,
}
