using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Runtime.Storage;

/// <summary>Tables and columns in snake case, so that SQL written by hand needs no quotes on any database.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<string, string> Accounts = new()
    {
        ["AspNetUsers"] = "staff_users",
        ["AspNetRoles"] = "roles",
        ["AspNetUserRoles"] = "user_roles",
        ["AspNetUserClaims"] = "user_claims",
        ["AspNetUserLogins"] = "user_logins",
        ["AspNetUserTokens"] = "user_tokens",
        ["AspNetRoleClaims"] = "role_claims",
        ["AspNetUserPasskeys"] = "user_passkeys",
    };

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (Accounts.TryGetValue(entity.GetTableName() ?? "", out var table)) entity.SetTableName(table);
            foreach (var property in entity.GetProperties()) property.SetColumnName(SnakeCase(property.Name));
            Rename(entity);
        }
    }

    private static void Rename(IMutableEntityType entity)
    {
        foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}");
        foreach (var key in entity.GetForeignKeys()) key.SetConstraintName($"fk_{entity.GetTableName()}_{Join(key.Properties)}");
        foreach (var index in entity.GetIndexes()) index.SetDatabaseName($"ix_{entity.GetTableName()}_{Join(index.Properties)}");
    }

    private static string Join(IEnumerable<IReadOnlyProperty> properties) => string.Join('_', properties.Select(property => SnakeCase(property.Name)));

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
