using CaseFlow.Engine;
using CaseFlow.Runtime.Migrating;

namespace CaseFlow.Cli.Migrating;

/// <summary>Runs a move of cases and prints its counts as a table.</summary>
internal sealed class MigrationOutput(MigrationRun run, Terminal terminal)
{
    /// <param name="reason">Null: a dry run.</param>
    /// <returns>Whether every case could be, or was, moved.</returns>
    public async Task<int> RunAsync(string tenant, MigrationRequest request, string? reason, CancellationToken cancel)
    {
        var preview = await run.PreviewAsync(tenant, request, cancel);
        Print(preview);
        if (reason is null)
        {
            Print(preview.Refused);
            await terminal.Out.WriteLineAsync($"cases={preview.Cases} movable={preview.Movable}");
            return preview.Movable == preview.Cases ? ExitCode.Done : ExitCode.Refused;
        }

        var result = await run.RunAsync(tenant, request, Actor.System, reason, cancel: cancel);
        Print(result.Failures);
        await terminal.Out.WriteLineAsync($"moved={result.Moved} skipped={result.Skipped} failed={result.Failed}");
        return result.Failed == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private void Print(MigrationPreview preview)
    {
        var rows = preview.Steps.Select(step => (string[])[step.ElementId, step.Target ?? "-", Number(step.Cases), Number(step.Movable), step.Problem ?? ""]);
        var table = rows.Prepend(["step", "becomes", "cases", "movable", "problem"]).ToList();
        foreach (var row in table)
            terminal.Out.WriteLine(string.Join("  ", row.Select((cell, column) => column == 4 ? cell : cell.PadRight(table.Max(other => other[column].Length)))).TrimEnd());
    }

    private void Print(IReadOnlyList<MigrationFailure> failures)
    {
        foreach (var failure in failures) terminal.Error.WriteLine($"{failure.Number}: {failure.Message}");
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
