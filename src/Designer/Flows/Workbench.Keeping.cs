using System.Globalization;
using CaseFlow.Designer.Diagram;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace CaseFlow.Designer.Flows;

/// <content>What is kept of the drawing: drafts, imports, publications.</content>
public sealed partial class Workbench
{
    private async Task SaveAsync()
    {
        if (canvas is null || !IsDirty || busy) return;
        busy = true;
        try
        {
            var position = drawing.Position;
            var outcome = await Actions.SaveAsync(await FilesAsync(), stamp);
            if (outcome.Saved) (stamp, savedPosition, replaced) = (outcome.Stamp, position, false);
            status = outcome.Saved
                ? Text["Bench.SavedAt", Zone.Local(Time.GetUtcNow()).ToString("t", CultureInfo.CurrentCulture)]
                : Text["Bench.SavedByOther", outcome.SavedByOther ?? ""];
        }
        catch (Exception failed) when (failed is not JSDisconnectedException)
        {
            Fail(failed, "Bench.NotSaved");
        }
        finally
        {
            busy = false;
        }
    }

    private async Task ImportAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > FlowCanvas.MaxBytes)
        {
            status = Text["Bench.TooLarge", FlowCanvas.MaxBytes / 1024 / 1024];
            return;
        }
        // Read before anything else is asked of the browser: two streams at once over a slow line can starve the first.
        if (await TextOfAsync(chosen.File) is not { } text) return;
        var before = await canvas!.SaveAsync();
        if (await DrawAsync(text))
        {
            replaced = true;
            status = Text["Bench.Imported", chosen.File.Name];
            return;
        }
        var problem = status;
        await DrawAsync(before);
        status = problem;
    }

    private async Task<string?> TextOfAsync(IBrowserFile file)
    {
        try
        {
            using var reader = new StreamReader(file.OpenReadStream(FlowCanvas.MaxBytes));
            return await reader.ReadToEndAsync();
        }
        catch (Exception failed) when (failed is TimeoutException or IOException)
        {
            Fail(failed, "Bench.NotRead");
            return null;
        }
    }

    private async Task AskToPublishAsync()
    {
        try
        {
            await CheckAsync();
            publishing = true;
        }
        catch (Exception failed) when (failed is not JSDisconnectedException)
        {
            Fail(failed, "Bench.NotChecked");
        }
    }

    private async Task PublishAsync(string note)
    {
        busy = true;
        try
        {
            var position = drawing.Position;
            var outcome = await Actions.PublishAsync(await FilesAsync(), note);
            if (outcome.Problems.Count > 0) problems = outcome.Problems;
            if (outcome.Version is not { } version) return;
            (savedPosition, replaced, publishing) = (position, false, false);
            status = Text["Bench.Published", version];
            await Published.InvokeAsync(version);
            stamp = Flow.Stamp;
        }
        catch (Exception failed) when (failed is not JSDisconnectedException)
        {
            publishing = false;
            Fail(failed, "Bench.NotPublished");
        }
        finally
        {
            busy = false;
        }
    }

    // What can't be saved now must not end the page: the drawing lives in it and nowhere else.
    private void Fail(Exception failed, string key)
    {
        Failed(Log, Flow.Key, key, failed);
        status = Text[key];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The designer could not do its work on the flow {Flow}: {What}")]
    private static partial void Failed(ILogger log, string flow, string what, Exception failed);
}
