using Microsoft.Extensions.Configuration;

namespace CaseFlow.Runtime.Storage;

/// <summary>Which database, and where.</summary>
/// <param name="DataFolder">For the SQLite file and for calendars an operator adds.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, string DataFolder)
{
    /// <summary>
    /// Reads <c>Database:Provider</c> (sqlite, postgres), <c>Database:ConnectionString</c> or <c>ConnectionStrings:CaseFlow</c>, and <c>CASEFLOW_DATA</c> (default <c>data</c>).
    /// </summary>
    /// <exception cref="InvalidOperationException">Unknown provider, or PostgreSQL without a connection string.</exception>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var folder = configuration["CASEFLOW_DATA"] ?? "data";
        var connection = configuration["Database:ConnectionString"] ?? configuration.GetConnectionString("CaseFlow");
        return (configuration["Database:Provider"] ?? "sqlite").ToLowerInvariant() switch
        {
            "sqlite" => new(DatabaseProvider.Sqlite, connection ?? $"Data Source={Path.Combine(folder, "caseflow.db")}", folder),
            "postgres" when connection is not null => new(DatabaseProvider.Postgres, connection, folder),
            "postgres" => throw new InvalidOperationException("Expected Database:ConnectionString for the provider postgres, but there is none."),
            var other => throw new InvalidOperationException($"Expected Database:Provider to be sqlite or postgres, but it is '{other}'."),
        };
    }
}

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
