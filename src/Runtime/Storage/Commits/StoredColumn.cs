namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>A column of a statement.</summary>
internal readonly record struct StoredColumn(string Name, StoredType Type, ColumnRule Rule = ColumnRule.Replace)
{
    public static implicit operator StoredColumn((string Name, StoredType Type) column) => new(column.Name, column.Type);
}

/// <summary>How a value is stored; each database binds it in its own way.</summary>
internal enum StoredType
{
    Id,
    Text,
    Whole,
    Number,
    Time,
    Bytes,
    Truth,
}

/// <summary>What an update does with the value that is there.</summary>
internal enum ColumnRule
{
    Replace,

    /// <summary>A value that is there stays.</summary>
    KeepStored,

    /// <summary>A value that is there stays when the new one is null.</summary>
    KeepWhenNull,

    /// <summary>A value that is there stays, but null clears it.</summary>
    KeepUntilNull,
}
