using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class DatabaseOptionsTests
{
    private const string Postgres = "Host=db;Database=caseflow";

    [Fact]
    public void Is_a_file_in_the_data_folder_when_nothing_is_said() =>
        Assert.Equal(new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine("data", "caseflow.db")}", "data"), From());

    [Theory]
    [InlineData("sqlite", DatabaseProvider.Sqlite, "Data Source=a.db")]
    [InlineData("postgres", DatabaseProvider.Postgres, Postgres)]
    [InlineData("SqlServer", DatabaseProvider.SqlServer, "Server=db;Database=caseflow;Encrypt=True")]
    public void Takes_the_connection_string_under_either_name(string name, DatabaseProvider provider, string connection)
    {
        var expected = new DatabaseOptions(provider, connection, "/srv");

        Assert.Equal(expected, From(("CASEFLOW_DATA", "/srv"), ("Database:Provider", name), ("ConnectionStrings:CaseFlow", connection)));
        Assert.Equal(expected, From(("CASEFLOW_DATA", "/srv"), ("Database:Provider", name), ("Database:ConnectionString", connection)));
        Assert.Equal(expected, From(("CASEFLOW_DATA", "/srv"), ("Database:Provider", name), ("Database:ConnectionString", connection), ("ConnectionStrings:CaseFlow", connection)));
    }

    [Theory]
    [InlineData("mysql", Postgres, null, "Expected Database:Provider to be sqlite, postgres or sqlserver, but it is 'mysql'.")]
    [InlineData("1", Postgres, null, "Expected Database:Provider to be sqlite, postgres or sqlserver, but it is '1'.")]
    [InlineData("postgres", null, null, "Expected ConnectionStrings:CaseFlow (or Database:ConnectionString) for the provider postgres, but there is none.")]
    [InlineData("sqlserver", " ", "", "Expected ConnectionStrings:CaseFlow (or Database:ConnectionString) for the provider sqlserver, but there is none.")]
    [InlineData("postgres", Postgres, "Host=other", "Expected one connection string, but ConnectionStrings:CaseFlow and Database:ConnectionString differ: give one of them.")]
    public void Says_what_is_wrong(string provider, string? named, string? plain, string message) =>
        Assert.Equal(message, Fault(("Database:Provider", provider), ("ConnectionStrings:CaseFlow", named), ("Database:ConnectionString", plain)));

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [InlineData("sqlserver")]
    public void Refuses_a_connection_string_of_another_database_without_showing_it(string provider)
    {
        var message = Fault(("Database:Provider", provider), ("ConnectionStrings:CaseFlow", "Nonsense=1;Password=secret"));

        Assert.StartsWith($"Expected a connection string of {provider}, but it can't be read as one: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    private static string Fault(params (string Key, string? Value)[] settings) => Assert.Throws<InvalidOperationException>(() => From(settings)).Message;

    private static DatabaseOptions From(params (string Key, string? Value)[] settings) =>
        DatabaseOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build());
}
