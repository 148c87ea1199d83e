using CaseFlow.Runtime.Storage.Commits;
using Npgsql;
using NpgsqlTypes;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>Values of rows as parameters: one row's value, or a column of many rows as an array.</summary>
internal static class PostgresValues
{
    public static NpgsqlParameter One(StoredType type, object? value) => new()
    {
        NpgsqlDbType = TypeOf(type),
        Value = value is DateTimeOffset time ? time.UtcDateTime : value ?? DBNull.Value,
    };

    /// <param name="column">Which value of each row.</param>
    public static NpgsqlParameter Many(StoredType type, List<object?[]> rows, int column) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Array | TypeOf(type),
        Value = type switch
        {
            StoredType.Id => Array(rows, column, value => (Guid)value!),
            StoredType.Text => Array(rows, column, value => (string?)value),
            StoredType.Whole => Array(rows, column, value => (long?)value),
            StoredType.Number => Array(rows, column, value => (decimal?)value),
            StoredType.Time => Array(rows, column, value => ((DateTimeOffset?)value)?.UtcDateTime),
            StoredType.Bytes => Array(rows, column, value => (byte[]?)value),
            StoredType.Truth => Array(rows, column, value => (bool?)value),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        },
    };

    private static T[] Array<T>(List<object?[]> rows, int column, Func<object?, T> read)
    {
        var values = new T[rows.Count];
        for (var at = 0; at < values.Length; at++) values[at] = read(rows[at][column]);
        return values;
    }

    private static NpgsqlDbType TypeOf(StoredType type) => type switch
    {
        StoredType.Id => NpgsqlDbType.Uuid,
        StoredType.Text => NpgsqlDbType.Text,
        StoredType.Whole => NpgsqlDbType.Bigint,
        StoredType.Number => NpgsqlDbType.Numeric,
        StoredType.Time => NpgsqlDbType.TimestampTz,
        StoredType.Bytes => NpgsqlDbType.Bytea,
        StoredType.Truth => NpgsqlDbType.Boolean,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
