using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>What the two databases write in different ways.</summary>
internal sealed class Dialect(DatabaseProvider provider)
{
    public bool IsSqlite { get; } = provider is DatabaseProvider.Sqlite;

    /// <summary>A moment from milliseconds since 1970.</summary>
    public string Time(string milliseconds) => IsSqlite ? $"({milliseconds})" : $"to_timestamp(({milliseconds}) / 1000.0)";

    public string Padded(string number, int width) => IsSqlite ? $"printf('%0{width}d', {number})" : $"lpad(({number})::text, {width}, '0')";

    public string Text(string number) => IsSqlite ? $"cast({number} as text)" : $"({number})::text";

    /// <summary>An id that grows with the number.</summary>
    /// <param name="series">Four digits that tell one row of ids from another.</param>
    public string Id(string series, string number) => IsSqlite
        ? $"('01990000-{series}-7000-8000-' || printf('%012X', {number}))"
        : $"('01990000-{series}-7000-8000-' || lpad(to_hex(({number})::bigint), 12, '0'))::uuid";

    public static Guid IdOf(string series, long number) => Guid.Parse($"01990000-{series}-7000-8000-{number.ToString("x12", CultureInfo.InvariantCulture)}");

    /// <summary>A column of bytes with some of its text replaced.</summary>
    public string Replaced(string column, params (string Old, string New)[] texts)
    {
        var text = IsSqlite ? $"cast({column} as text)" : $"convert_from({column}, 'UTF8')";
        foreach (var (old, @new) in texts) text = $"replace({text}, {old}, {@new})";
        return IsSqlite ? $"cast({text} as blob)" : $"convert_to({text}, 'UTF8')";
    }

    /// <summary>An id as JSON writes it.</summary>
    public string IdText(string id) => IsSqlite ? $"lower({id})" : $"({id})::text";

    public string Indexes(string tables) => IsSqlite
        ? $"select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ({tables})"
        : $"select indexname, indexdef from pg_indexes where tablename in ({tables}) and indexname not like 'pk\\_%'";
}
