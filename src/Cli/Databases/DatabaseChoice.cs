using System.CommandLine;

namespace CaseFlow.Cli.Databases;

/// <summary>The options of a verb that works on a database.</summary>
/// <param name="makes">What is made when the file isn't there; null: it must be there.</param>
internal sealed class DatabaseChoice(string? makes = null)
{
    private readonly Option<string?> _file = new("--database") { Description = makes is null ? "A SQLite file." : $"A SQLite file. Made, {makes}, when it isn't there.", HelpName = "FILE" };

    private readonly Option<string?> _provider = new("--provider") { Description = "sqlite (the default), postgres or sqlserver.", HelpName = "NAME" };

    private readonly Option<string?> _connection = new("--connection") { Description = "Connection string, for --provider postgres and sqlserver.", HelpName = "STRING" };

    private readonly Option<string?> _tenant = new("--tenant") { Description = "The tenant's key; demo when left out.", HelpName = "KEY" };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_provider);
        command.Add(_connection);
        command.Add(_tenant);
    }

    /// <returns>Null when the options don't go together; the terminal has been told.</returns>
    public DatabaseTarget? Read(ParseResult parsed, Terminal terminal)
    {
        var (file, connection) = (parsed.GetValue(_file), parsed.GetValue(_connection));
        var provider = parsed.GetValue(_provider) ?? "sqlite";
        var problem = (provider, file, connection) switch
        {
            ("sqlite", null, _) => "Expected --database FILE, or --provider postgres or sqlserver with --connection.",
            ("postgres" or "sqlserver", _, null) => $"Expected --connection for --provider {provider}.",
            ("sqlite" or "postgres" or "sqlserver", _, _) => null,
            _ => $"--provider: Expected sqlite, postgres or sqlserver, but found '{provider}'.",
        };
        var tenant = parsed.GetValue(_tenant) ?? "demo";
        if (problem is null) return provider == "sqlite" ? DatabaseTarget.Sqlite(file!, tenant) : new DatabaseTarget(provider, connection!, tenant);
        terminal.Error.WriteLine(problem);
        return null;
    }
}

/// <param name="File">Of SQLite.</param>
internal sealed record DatabaseTarget(string Provider, string ConnectionString, string Tenant, string? File = null)
{
    public bool IsMissing => File is not null && !System.IO.File.Exists(File);

    public static DatabaseTarget Sqlite(string file, string tenant) => new("sqlite", $"Data Source={Path.GetFullPath(file)}", tenant, Path.GetFullPath(file));
}
