using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>
/// How long a text in a key or an index may be, in UTF-16 units. A clustered key holds 900 bytes, an index 1,700: beyond that
/// the server takes the table and refuses the row.
/// </summary>
internal static class SqlServerLengths
{
    private const int Usual = 128;

    private static readonly Dictionary<string, int> Lengths = new()
    {
        ["tenant"] = 64,
        ["unit_path"] = 400,
        ["path"] = 400,
        ["correlation_key"] = 256,
        ["external_id"] = 256,
    };

    /// <summary>Ids that others make: a sender's message id, the outbox key with an element's id in it.</summary>
    private static readonly Dictionary<(string Table, string Column), int> Ids = new()
    {
        [("messages", "id")] = 300,
        [("taken_messages", "id")] = 300,
        [("notices", "id")] = 400,
        [("outbox", "key")] = 400,
    };

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
            foreach (var property in Keys(entity).Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null))
                property.SetMaxLength(LengthOf(entity.GetTableName()!, property.GetColumnName()));
    }

    private static int LengthOf(string table, string column) =>
        Ids.TryGetValue((table, column), out var id) ? id : Lengths.GetValueOrDefault(column, Usual);

    private static HashSet<IMutableProperty> Keys(IMutableEntityType entity) =>
        [
            .. entity.GetKeys().SelectMany(key => key.Properties),
            .. entity.GetIndexes().SelectMany(index => index.Properties),
            .. entity.GetForeignKeys().SelectMany(key => key.Properties),
        ];
}
