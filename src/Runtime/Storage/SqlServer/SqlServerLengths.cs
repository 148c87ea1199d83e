using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>
/// How long a text in a key or an index may be, in UTF-16 units. A clustered key holds 900 bytes, an index 1,700: beyond that
/// the server takes the table and refuses the row.
/// </summary>
internal static class SqlServerLengths
{
    public const string Collation = "Latin1_General_100_BIN2";

    private const int Usual = 128;
    private const int Name = 32;
    private const int LongestPlace = 300;

    private static readonly Dictionary<string, int> Lengths = new()
    {
        ["tenant"] = 64,
        ["unit_path"] = 400,
        ["path"] = 400,
        ["correlation_key"] = 256,
        ["external_id"] = 256,
        ["place"] = LongestPlace,
    };

    /// <summary>Ids that others make: a sender's message id, the outbox key with an element's id in it.</summary>
    private static readonly Dictionary<(string Table, string Column), int> Ids = new()
    {
        [("messages", "id")] = 300,
        [("taken_messages", "id")] = 300,
        [("notices", "id")] = 400,
        [("outbox", "key")] = 400,
    };

    /// <summary>A place is typed by people and stands whole in the case; its row shows the beginning. Any other text that is too long is refused.</summary>
    public static string Fitting(string column, string text) => column == "place" && text.Length > LongestPlace ? text[..LongestPlace] : text;

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in Keys(entity).Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null))
                property.SetMaxLength(LengthOf(entity.GetTableName()!, property.GetColumnName()));
            foreach (var property in entity.GetProperties().Where(IsName)) NameOfMember(property);
        }
    }

    private static bool IsName(IMutableProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum;

    private static void NameOfMember(IMutableProperty property)
    {
        property.SetMaxLength(Name);
        property.SetCollation(Collation);
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
