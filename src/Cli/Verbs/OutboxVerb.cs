using System.CommandLine;
using CaseFlow.Cli.Databases;
using CaseFlow.Cli.Outbox;
using CaseFlow.Runtime;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Outbox;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow outbox</c>: what could not be sent; sends it again or drops it, as the desk does.</summary>
internal static class OutboxVerb
{
    private static readonly Option<string?> Resend = new("--resend") { Description = "Send the row with this key again; a server picks it up.", HelpName = "KEY" };

    private static readonly Option<string?> Payload = new("--payload") { Description = "For --resend: the mended content, JSON. Which effect and job it is must stay.", HelpName = "FILE.json" };

    private static readonly Option<string?> Drop = new("--drop") { Description = "Drop the row with this key. A step that waits for it gets an incident.", HelpName = "KEY" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why, for --resend and --drop; stands on the timeline of the case.", HelpName = "TEXT" };

    private static readonly Option<bool> Json = new("--json") { Description = "Prints a JSON object a line, with the content, in place of columns." };

    private static readonly DatabaseChoice Databases = new();

    public static Command Create(Terminal terminal)
    {
        var command = new Command("outbox", "Lists what could not be sent, the last first: key, case, kind, what, created, given up, attempts, last error. Or sends one again, or drops it, with a reason.")
        {
            Resend, Payload, Drop, Reason, Json,
        };
        Databases.AddTo(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        if (Databases.Read(parsed, terminal) is not { } target || Usage(parsed, terminal)) return ExitCode.Usage;
        await using var database = await OpenDatabase.OpenAsync(target, cancel);
        var (desk, operatorHere) = (database.Get<DeadLetterDesk>(), Operator.Of(target.Tenant));
        if (parsed.GetValue(Resend) is { } resend)
        {
            var payload = parsed.GetValue(Payload) is { } file ? await File.ReadAllTextAsync(file, cancel) : null;
            return Said(terminal, await desk.ResendAsync(operatorHere, resend, payload, parsed.GetValue(Reason)!, cancel), $"{resend} is sent again");
        }

        return parsed.GetValue(Drop) is { } drop
            ? Said(terminal, await desk.DropAsync(operatorHere, drop, parsed.GetValue(Reason)!, cancel), $"{drop} is dropped")
            : await ListAsync(parsed, terminal, desk, operatorHere, cancel);
    }

    private static async Task<int> ListAsync(ParseResult parsed, Terminal terminal, DeadLetterDesk desk, Reader reader, CancellationToken cancel)
    {
        string? after = null;
        do
        {
            var page = await desk.ListAsync(reader, after, cancel: cancel);
            foreach (var row in page.Rows) await terminal.Out.WriteLineAsync(parsed.GetValue(Json) ? LetterText.Json(row) : LetterText.Line(row));
            after = page.Next;
        }
        while (after is not null);
        return ExitCode.Done;
    }

    private static int Said(Terminal terminal, Outcome outcome, string done)
    {
        if (outcome is Refused refused)
        {
            terminal.Error.WriteLine(refused.Message);
            return ExitCode.Refused;
        }

        terminal.Out.WriteLine(done);
        return ExitCode.Done;
    }

    private static bool Usage(ParseResult parsed, Terminal terminal)
    {
        var (resend, drop, payload) = (parsed.GetValue(Resend), parsed.GetValue(Drop), parsed.GetValue(Payload));
        var problem = resend is not null && drop is not null ? "Expected --resend or --drop, not both."
            : (resend ?? drop) is not null && string.IsNullOrWhiteSpace(parsed.GetValue(Reason)) ? "Expected --reason TEXT with --resend and --drop."
            : payload is not null && resend is null ? "Expected --payload FILE with --resend only."
            : payload is not null && !File.Exists(payload) ? $"Expected a file, but there is no {payload}."
            : null;
        if (problem is not null) terminal.Error.WriteLine(problem);
        return problem is not null;
    }
}
