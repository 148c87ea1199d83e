using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CaseFlow.Runtime.Storage;

/// <summary>Which database, and where.</summary>
/// <param name="DataFolder">For the SQLite file and for calendars an operator adds.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, string DataFolder)
{
    /// <summary>
    /// Reads <c>Database:Provider</c> (sqlite, postgres, sqlserver), <c>ConnectionStrings:CaseFlow</c> or <c>Database:ConnectionString</c>, and <c>CASEFLOW_DATA</c> (default <c>data</c>).
    /// </summary>
    /// <exception cref="InvalidOperationException">An unknown provider, a server without a connection string, a connection string that can't be read, or two of them that differ.</exception>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var folder = configuration["CASEFLOW_DATA"] ?? "data";
        var provider = Provided(configuration["Database:Provider"]);
        var connection = Connection(configuration);
        if (connection is null && provider is not DatabaseProvider.Sqlite)
            throw new InvalidOperationException($"Expected ConnectionStrings:CaseFlow (or Database:ConnectionString) for the provider {NameOf(provider)}, but there is none.");
        return new(provider, Checked(provider, connection ?? $"Data Source={Path.Combine(folder, "caseflow.db")}"), folder);
    }

    private static string NameOf(DatabaseProvider provider) => provider.ToString().ToLowerInvariant();

    private static DatabaseProvider Provided(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return DatabaseProvider.Sqlite;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
            if (string.Equals(NameOf(provider), name.Trim(), StringComparison.OrdinalIgnoreCase))
                return provider;
        throw new InvalidOperationException($"Expected Database:Provider to be sqlite, postgres or sqlserver, but it is '{name}'.");
    }

    private static string? Connection(IConfiguration configuration)
    {
        var (named, plain) = (Given(configuration.GetConnectionString("CaseFlow")), Given(configuration["Database:ConnectionString"]));
        if (named is not null && plain is not null && named != plain)
            throw new InvalidOperationException("Expected one connection string, but ConnectionStrings:CaseFlow and Database:ConnectionString differ: give one of them.");
        return named ?? plain;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>Told at once and by name, not at the first query. The string itself may hold a password: it is not in the message.</summary>
    private static string Checked(DatabaseProvider provider, string connection)
    {
        try
        {
            _ = provider switch
            {
                DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(connection).DataSource,
                DatabaseProvider.Postgres => new NpgsqlConnectionStringBuilder(connection).Host,
                DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(connection).DataSource,
                _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, null),
            };
            return connection;
        }
        catch (Exception e) when (e is ArgumentException and not ArgumentOutOfRangeException or FormatException or KeyNotFoundException)
        {
            throw new InvalidOperationException($"Expected a connection string of {NameOf(provider)}, but it can't be read as one: {e.Message}");
        }
    }
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
    SqlServer,
}
