using System.Collections.Immutable;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>
/// One kind of row change of the commit, from which each database makes its own SQL. There is one instance of each, so that a
/// database can keep it prepared and write many rows of it at once.
/// </summary>
internal sealed class Statement
{
    private Statement(StatementKind kind, string table, ReadOnlySpan<StoredColumn> written, ReadOnlySpan<StoredColumn> key, string? condition = null, bool isDemanded = false)
    {
        (Kind, Table, Written, Key, Condition, IsDemanded) = (kind, table, [.. written], [.. key], condition, isDemanded);
        Parameters = kind is StatementKind.Update ? [.. Written, .. Key] : [.. Key, .. Written];
        Sql = OnConflictSql.Of(this);
    }

    public StatementKind Kind { get; }

    public string Table { get; }

    /// <summary>Columns that get a value, without the key of an update or upsert.</summary>
    public ImmutableArray<StoredColumn> Written { get; }

    /// <summary>Columns that say which row is meant; empty for an insert.</summary>
    public ImmutableArray<StoredColumn> Key { get; }

    /// <summary>What must hold besides, in SQL without parameters.</summary>
    public string? Condition { get; }

    /// <summary>Each row must be there and meet the condition, or nothing of its step is written: <see cref="CommitResult.Duplicate"/>.</summary>
    public bool IsDemanded { get; }

    /// <summary>The columns in the order of a row's values: of an update the key comes last, else first.</summary>
    public ImmutableArray<StoredColumn> Parameters { get; }

    /// <summary>For one row, on SQLite and PostgreSQL; parameters <c>$1</c>, <c>$2</c>…</summary>
    public string Sql { get; }

    public static Statement Insert(string table, params ReadOnlySpan<StoredColumn> columns) => new(StatementKind.Insert, table, columns, []);

    /// <param name="keys">How many of the columns, from the first on, are the table's key.</param>
    public static Statement InsertIfAbsent(string table, int keys, params ReadOnlySpan<StoredColumn> columns) => new(StatementKind.InsertIfAbsent, table, columns[keys..], columns[..keys]);

    /// <param name="keys">How many of the columns, from the first on, are the table's key.</param>
    public static Statement Upsert(string table, int keys, params ReadOnlySpan<StoredColumn> columns) => new(StatementKind.Upsert, table, columns[keys..], columns[..keys]);

    /// <param name="keys">How many of the columns, at the end, say which row is meant.</param>
    public static Statement Update(string table, int keys, params ReadOnlySpan<StoredColumn> columns) => new(StatementKind.Update, table, columns[..^keys], columns[^keys..]);

    /// <inheritdoc cref="Update(string, int, ReadOnlySpan{StoredColumn})"/>
    /// <param name="condition">What must hold besides, in SQL without parameters.</param>
    public static Statement UpdateWhere(string table, string condition, int keys, params ReadOnlySpan<StoredColumn> columns) =>
        new(StatementKind.Update, table, columns[..^keys], columns[^keys..], condition);

    /// <inheritdoc cref="UpdateWhere"/>
    /// <summary>As <see cref="UpdateWhere"/>, for rows that are <see cref="IsDemanded">demanded</see>.</summary>
    public static Statement DemandedUpdate(string table, string condition, int keys, params ReadOnlySpan<StoredColumn> columns) =>
        new(StatementKind.Update, table, columns[..^keys], columns[^keys..], condition, isDemanded: true);

    /// <summary>As <see cref="Delete"/>, for rows that are <see cref="IsDemanded">demanded</see>.</summary>
    /// <param name="condition">What must hold besides, in SQL without parameters.</param>
    public static Statement DemandedDelete(string table, string condition, params ReadOnlySpan<StoredColumn> keys) =>
        new(StatementKind.Delete, table, [], keys, condition, isDemanded: true);

    public static Statement Delete(string table, params ReadOnlySpan<StoredColumn> keys) => new(StatementKind.Delete, table, [], keys);

    public override string ToString() => $"{Kind} {Table}";
}
