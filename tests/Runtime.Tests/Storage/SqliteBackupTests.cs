using System.Collections.Concurrent;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Sqlite;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.Data.Sqlite;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class SqliteBackupTests
{
    private static readonly string TwoSteps = Bpmn(
        $"""
         <bpmn:startEvent id="s" />{Flow("s", "a")}<bpmn:userTask id="a" name="A" />{Flow("a", "b")}
         <bpmn:userTask id="b" name="B" />{Flow("b", "e")}<bpmn:endEvent id="e" />
         """);

    [Fact]
    public async Task Holds_all_that_was_answered_before_it_began_while_a_burst_goes_on()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.PublishAsync("two", TwoSteps);
        var started = new List<CaseState>();
        for (var n = 0; n < 120; n++) started.Add((await bureau.StartAsync("two")).State);
        var answered = new ConcurrentQueue<Guid>();
        var some = new TaskCompletionSource();

        var burst = Parallel.ForEachAsync(started, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (state, _) =>
        {
            await bureau.CompleteAsync(state);
            answered.Enqueue(state.CaseId);
            if (answered.Count >= 20) some.TrySetResult();
        });
        await some.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var before = answered.ToList();
        var copy = bureau.DatabaseFile + ".copy";
        var report = await SqliteBackup.TakeAsync(bureau.DatabaseFile, copy);
        await burst;

        Assert.Equal((120L, new FileInfo(copy).Length), (report.Cases, report.Bytes));
        Assert.Equal([copy], System.IO.Directory.GetFiles(Path.GetDirectoryName(copy)!, "*.copy*"));
        await using var node = await bureau.NodeAsync(copy);
        var verified = await node.Get<ChainVerifier>().VerifyAllAsync();
        Assert.Equal((120, report.Events, 0), (verified.Cases, verified.Events, verified.Faults.Count));
        foreach (var caseId in before) Assert.Equal("b", Assert.Single((await node.StateAsync(caseId)).Tasks.Values).ElementId);
        Assert.Equal(CaseStatus.Completed, (await node.CompleteAsync(await node.StateAsync(before[0]))).State.Status);
    }

    [Fact]
    public async Task Refuses_what_would_overwrite_or_is_no_database_of_ours()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (folder, file) = (Path.GetDirectoryName(bureau.DatabaseFile)!, bureau.DatabaseFile);
        var other = Path.Combine(folder, "other.db");
        await ExecuteAsync(other, "create table t (a)");

        Assert.Equal($"Expected a new file for the copy, but {other} is there.", await FaultAsync(file, other));
        Assert.Equal($"Expected a database, but there is no {other}.missing.", await FaultAsync(other + ".missing", Path.Combine(folder, "copy.db")));
        Assert.Equal("Expected a database of CaseFlow, but it has no cases and events.", await FaultAsync(other, Path.Combine(folder, "copy.db")));
        Assert.Equal($"Expected a folder for the copy, but there is none for {Path.Combine(folder, "no", "copy.db")}.", await FaultAsync(file, Path.Combine(folder, "no", "copy.db")));
        Assert.Empty(System.IO.Directory.GetFiles(folder, "copy*"));
    }

    [Fact]
    public async Task Puts_a_copy_back_only_when_nobody_has_the_database_open()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.PublishAsync("two", TwoSteps);
        var kept = await bureau.StartAsync("two");
        var (copy, site) = (bureau.DatabaseFile + ".copy", bureau.DatabaseFile + ".site");
        await SqliteBackup.TakeAsync(bureau.DatabaseFile, copy);
        await SqliteBackup.TakeAsync(bureau.DatabaseFile, site);
        await using (var node = await bureau.NodeAsync(site))
        {
            await node.CompleteAsync(kept.State);
            var fault = await Assert.ThrowsAsync<BackupException>(() => SqliteBackup.RestoreAsync(copy, site, _ => Task.CompletedTask));
            Assert.Equal($"Expected a database that no program has open, but one uses {site}: stop the site first.", fault.Message);
        }

        var (report, former) = await SqliteBackup.RestoreAsync(copy, site, _ => Task.CompletedTask);

        Assert.Equal(1, report.Cases);
        Assert.True(File.Exists(former));
        await using var restored = await bureau.NodeAsync(site);
        Assert.Equal("a", Assert.Single((await restored.StateAsync(kept.State.CaseId)).Tasks.Values).ElementId);
    }

    [Fact]
    public async Task Restores_a_lost_database_without_what_its_log_still_held()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.PublishAsync("two", TwoSteps);
        var (copy, site) = (bureau.DatabaseFile + ".copy", bureau.DatabaseFile + ".site");
        await SqliteBackup.TakeAsync(bureau.DatabaseFile, copy);
        var started = await bureau.StartAsync("two");
        File.Copy(bureau.DatabaseFile + "-wal", site + "-wal");

        var (report, former) = await SqliteBackup.RestoreAsync(copy, site, _ => Task.CompletedTask);

        Assert.Equal((0L, null), (report.Cases, former));
        await using var restored = await bureau.NodeAsync(site);
        Assert.Null(await restored.Get<CaseStore>().LoadAsync(started.State.CaseId, fresh: true));
    }

    private static async Task<string> FaultAsync(string from, string to) => (await Assert.ThrowsAsync<BackupException>(() => SqliteBackup.TakeAsync(from, to))).Message;

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
