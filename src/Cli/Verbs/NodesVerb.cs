using System.CommandLine;
using System.Globalization;
using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Nodes;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow nodes</c>: the processes that work on a database; drains one of them.</summary>
internal static class NodesVerb
{
    private static readonly DatabaseChoice Database = new();

    private static readonly Option<string?> Drain = new("--drain") { Description = "Has this node begin no work of its own any more; what people ask it to do it still does.", HelpName = "NODE" };

    private static readonly Option<string?> Resume = new("--resume") { Description = "Has a node that was drained go on.", HelpName = "NODE" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for --drain and --resume; the auditor reads it.", HelpName = "TEXT" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("nodes", "Lists the nodes of a database: name, version, when they started and were last seen, running, draining, drained or silent.") { Drain, Resume, Reason };
        Database.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        if (Database.Read(parsed, terminal) is not { } target || Usage(parsed, terminal)) return ExitCode.Usage;
        await using var database = await OpenDatabase.OpenAsync(target, cancel);
        var (desk, reader) = (database.Get<NodeDesk>(), Operator.Of(target.Tenant));
        foreach (var (name, drain) in new[] { (parsed.GetValue(Drain), true), (parsed.GetValue(Resume), false) })
        {
            if (name is null || await desk.AskAsync(reader, name, drain, parsed.GetValue(Reason)!, cancel)) continue;
            terminal.Error.WriteLine($"Expected a node, but there is no {name}.");
            return ExitCode.Refused;
        }

        foreach (var node in await desk.ListAsync(reader, cancel)) terminal.Out.WriteLine(Line(node));
        return ExitCode.Done;
    }

    private static bool Usage(ParseResult parsed, Terminal terminal)
    {
        if ((parsed.GetValue(Drain) ?? parsed.GetValue(Resume)) is null || !string.IsNullOrWhiteSpace(parsed.GetValue(Reason))) return false;
        terminal.Error.WriteLine("Expected --reason TEXT with --drain and --resume.");
        return true;
    }

#pragma warning disable CA1308 // These words are lower case.
    private static string Line(NodeRow node) => string.Create(
        CultureInfo.InvariantCulture,
        $"{node.Name}  {node.Version}  started {node.StartedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}  seen {node.SeenAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}  {node.Condition.ToString().ToLowerInvariant()}");
#pragma warning restore CA1308
}
