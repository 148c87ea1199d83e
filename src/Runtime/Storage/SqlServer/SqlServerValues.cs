using System.Data;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Data.SqlClient;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>Parameters whose types don't hang on their values: the server keeps one plan a text.</summary>
internal static class SqlServerValues
{
    private const int Unlimited = -1;

    /// <summary>Beyond it a text needs nvarchar(max).</summary>
    private const int LongestText = 4000;

    private const int LongestBytes = 8000;

    public static SqlParameter Parameter(string name, StoredColumn column, object? value)
    {
        var stored = Stored(column, value);
        var parameter = new SqlParameter(name, TypeOf(column.Type)) { Value = stored };
        if (column.Type is StoredType.Id) parameter.Size = 16;
        if (column.Type is StoredType.Text) parameter.Size = stored is string { Length: > LongestText } ? Unlimited : LongestText;
        if (column.Type is StoredType.Bytes) parameter.Size = stored is byte[] { Length: > LongestBytes } ? Unlimited : LongestBytes;
        if (column.Type is StoredType.Number) (parameter.Precision, parameter.Scale) = (28, 10);
        return parameter;
    }

    public static SqlDbType TypeOf(StoredType type) => type switch
    {
        StoredType.Id => SqlDbType.Binary,
        StoredType.Text => SqlDbType.NVarChar,
        StoredType.Whole => SqlDbType.BigInt,
        StoredType.Number => SqlDbType.Decimal,
        StoredType.Time => SqlDbType.DateTimeOffset,
        StoredType.Bytes => SqlDbType.VarBinary,
        StoredType.Truth => SqlDbType.Bit,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static object Stored(StoredColumn column, object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(true),
        Enum name => name.ToString(),
        string text => SqlServerLengths.Fitting(column.Name, text),
        _ => value,
    };
}
