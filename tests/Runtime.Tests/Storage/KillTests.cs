using System.Diagnostics;
using CaseFlow.Engine.Events;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Storage;

/// <summary>What was answered survives a kill at any moment, exactly once.</summary>
public sealed class KillTests
{
    private static readonly int[] AnswersBeforeKill = [1, 37, 240];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Keeps_every_answered_completion_once_when_the_process_is_killed_in_a_burst()
    {
        await using var bureau = await Bureau.OpenAsync();
        var answered = new List<(Guid Case, long Task)>();

        foreach (var count in AnswersBeforeKill) answered.AddRange(await BurstAsync(bureau.DatabaseFile, count));

        var stored = await CompletionsAsync(bureau);
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Empty(answered.Except(stored));
        Assert.True(answered.Count >= AnswersBeforeKill.Sum());
        Assert.Empty((await bureau.Get<ChainVerifier>().VerifyAllAsync()).Faults);
        Assert.Equal(await OpenTasksAsync(bureau), await OpenTasksInStatesAsync(bureau));
    }

    /// <summary>Runs the host, kills it without warning after some answers, and gives all that it managed to say.</summary>
    private static async Task<List<(Guid Case, long Task)>> BurstAsync(string database, int answers)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CaseFlow.BurstHost.dll"));
        start.ArgumentList.Add("complete");
        start.ArgumentList.Add(database);
        using var host = Process.Start(start)!;
        var heard = new List<(Guid, long)>();
        try
        {
            await HearAsync(host, heard, answers).WaitAsync(Patience);
            return heard;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Expected {answers} answers of the host and its end within {Patience.TotalMinutes} minutes, but heard {heard.Count}.");
        }
        finally
        {
            host.Kill();
        }
    }

    private static async Task HearAsync(Process host, List<(Guid, long)> heard, int answers)
    {
        while (await host.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line may be cut off in the middle: its answer did not arrive.
            if (line.Split(' ') is not [{ Length: 36 } id, { Length: > 0 } task]) continue;
            heard.Add((Guid.Parse(id), long.Parse(task, System.Globalization.CultureInfo.InvariantCulture)));
            if (heard.Count == answers) host.Kill();
        }

        await host.WaitForExitAsync();
    }

    private static async Task<List<(Guid Case, long Task)>> CompletionsAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(TestFlows.Tenant));
        var events = await context.CaseEvents.Where(e => e.Type == "task-completed").Select(e => new { e.CaseId, e.Payload }).ToListAsync();
        return [.. events.Select(e => (e.CaseId, ((TaskCompleted)EventJson.Read("task-completed", e.Payload)).TaskKey))];
    }

    private static async Task<int> OpenTasksAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(TestFlows.Tenant));
        return await context.Tasks.CountAsync();
    }

    private static async Task<int> OpenTasksInStatesAsync(Bureau bureau)
    {
        await using var context = bureau.Database.Open(ReadScope.Whole(TestFlows.Tenant));
        var snapshots = await context.Cases.Select(row => row.Snapshot).ToListAsync();
        return snapshots.Sum(snapshot => CaseFlow.Engine.State.CaseSnapshot.Read(snapshot).Tasks.Count);
    }
}
