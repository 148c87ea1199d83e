using CaseFlow.Engine.State;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Sqlite;
using CaseFlow.Runtime.Tests.Faults;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.Data.Sqlite;
using static CaseFlow.Runtime.Tests.Support.TestFlows;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class SqliteBackupTests
{
    private const int Some = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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
        await LeftFirings.PublishAsync(bureau);
        var halfway = (await bureau.CompleteAsync((await bureau.StartAsync("two")).State)).State.CaseId;
        await using var burst = new Burst(bureau);
        await burst.AnswersAsync(Some, Patience);
        var copy = bureau.DatabaseFile + ".copy";

        // A copy may be taken between two answers: then another one is.
        var (before, report) = await Wait.UntilAsync(() => CopyAsync(burst, bureau.DatabaseFile, copy), taken => burst.Answered.Count > taken.Before.Count, Patience, "answers come while it is copied");

        await burst.AnswersAsync(1, Patience);
        await burst.EndAsync();
        Assert.Empty(burst.Refused);
        Assert.Equal(new FileInfo(copy).Length, report.Bytes);
        Assert.Equal([copy], System.IO.Directory.GetFiles(Path.GetDirectoryName(copy)!, "*.copy*"));
        await using var node = await bureau.NodeAsync(copy);
        (await Soundness.CheckAsync(node)).HoldsEveryAnswer(before);
        var verified = await node.Get<ChainVerifier>().VerifyAllAsync();
        Assert.Equal((report.Cases, report.Events, 0), (verified.Cases, verified.Events, verified.Faults.Count));
        Assert.Equal(CaseStatus.Completed, (await node.CompleteAsync(await node.StateAsync(halfway))).State.Status);
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

    /// <returns>What was answered before it began, and what is in the copy.</returns>
    private static async Task<(List<string> Before, BackupReport Report)> CopyAsync(Burst burst, string from, string to)
    {
        File.Delete(to);
        var before = burst.Answered.ToList();
        return (before, await SqliteBackup.TakeAsync(from, to));
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
