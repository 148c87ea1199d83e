using CaseFlow.Runtime.Intake.Import;
using Spectre.Console;

namespace CaseFlow.Cli.Import;

/// <summary>Runs an import with a progress bar on the terminal's error stream.</summary>
internal sealed class ImportRun(CaseImport import, Terminal terminal)
{
    public async Task<ImportCounts> RunAsync(string tenant, string csv, ImportMap map, string refusedPath, CancellationToken cancel)
    {
        await using var content = File.OpenRead(csv);
        await using var refused = new LateFile(refusedPath);
        var counts = await Bar().StartAsync(async progress =>
        {
            var bar = progress.AddTask("import", maxValue: Math.Max(1, content.Length));
            var options = new ImportOptions(refused, new Steps(bar, content));
            return await Task.Run(() => import.RunAsync(tenant, content, map, options, cancel), cancel);
        });
        if (counts.Refused > 0) terminal.Error.WriteLine($"Refused rows are in {refusedPath}.");
        return counts;
    }

    private Progress Bar()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error), Interactive = Console.IsErrorRedirected ? InteractionSupport.No : InteractionSupport.Detect });
        return console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
    }

    private sealed class Steps(ProgressTask bar, Stream content) : IProgress<ImportCounts>
    {
        public void Report(ImportCounts value)
        {
            bar.Description = $"{value.Read} rows";
            bar.Value = content.Position;
        }
    }
}
