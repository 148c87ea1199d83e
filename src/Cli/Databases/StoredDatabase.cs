using System.CommandLine;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Databases;

/// <summary>The options of a verb that only reads a database that is there.</summary>
internal sealed class StoredDatabase
{
    private readonly Option<string?> _file = new("--database") { Description = "A SQLite file.", HelpName = "FILE" };

    private readonly Option<string?> _postgres = new("--postgres") { Description = "A PostgreSQL connection string.", HelpName = "STRING" };

    private readonly Option<string?> _sqlServer = new("--sqlserver") { Description = "A SQL Server connection string.", HelpName = "STRING" };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_postgres);
        command.Add(_sqlServer);
    }

    /// <returns>Null when the options don't go together; the terminal has been told.</returns>
    /// <exception cref="DatabaseVersionException">The database is of another version of the program.</exception>
    public async Task<ServiceProvider?> OpenAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var file = parsed.GetValue(_file);
        (string Provider, string? Connection)[] given =
        [
            ("sqlite", file is null ? null : ReadOnly(file)), ("postgres", parsed.GetValue(_postgres)), ("sqlserver", parsed.GetValue(_sqlServer)),
        ];
        var chosen = given.Where(choice => choice.Connection is not null).ToList();
        var problem = chosen.Count != 1 ? "Expected --database FILE, --postgres CONNECTION or --sqlserver CONNECTION, one of them."
            : file is not null && !File.Exists(file) ? $"Expected a file, but there is no {file}."
            : null;
        if (problem is null) return await CheckedAsync(Services(chosen[0].Provider, chosen[0].Connection!), cancel);
        terminal.Error.WriteLine(problem);
        return null;
    }

    private static async Task<ServiceProvider> CheckedAsync(ServiceProvider services, CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<DatabaseMigrator>().CheckAsync(cancel);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public static string ReadOnly(string file) => $"Data Source={file};Mode=ReadOnly;Pooling=False";

    public static ServiceProvider Services(string provider, string connection)
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:ConnectionString"] = connection };
        return new ServiceCollection().AddLogging().AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }
}
