using System.CommandLine;
using CaseFlow.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cli.Databases;

/// <summary>The options of a verb that only reads a database that is there.</summary>
internal sealed class StoredDatabase
{
    private readonly Option<string?> _file = new("--database") { Description = "A SQLite file.", HelpName = "FILE" };

    private readonly Option<string?> _postgres = new("--postgres") { Description = "A PostgreSQL connection string.", HelpName = "STRING" };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_postgres);
    }

    /// <returns>Null when the options don't go together; the terminal has been told.</returns>
    public ServiceProvider? Open(ParseResult parsed, Terminal terminal)
    {
        var (file, postgres) = (parsed.GetValue(_file), parsed.GetValue(_postgres));
        var problem = (file, postgres) switch
        {
            (null, null) or (not null, not null) => "Expected --database FILE or --postgres CONNECTION, one of them.",
            (not null, null) when !File.Exists(file) => $"Expected a file, but there is no {file}.",
            _ => null,
        };
        if (problem is null) return Services(file, postgres);
        terminal.Error.WriteLine(problem);
        return null;
    }

    private static ServiceProvider Services(string? file, string? postgres)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = file is null ? "postgres" : "sqlite",
            ["Database:ConnectionString"] = postgres ?? $"Data Source={file};Mode=ReadOnly;Pooling=False",
        };
        return new ServiceCollection().AddLogging().AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }
}
