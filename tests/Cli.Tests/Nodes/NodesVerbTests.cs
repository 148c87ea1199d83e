using CaseFlow.Cli.Databases;
using CaseFlow.Runtime.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cli.Tests.Nodes;

public sealed class NodesVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-nodes-").FullName;

    private string Database => Path.Combine(_folder, "cases.db");

    [Fact]
    public async Task Lists_the_nodes_and_has_one_drain_and_go_on()
    {
        await using var server = await OpenDatabase.OpenOrCreateAsync(DatabaseTarget.Sqlite(Database, "demo"), default);
        var name = server.Get<NodeState>().Name;
        await server.Get<NodeRegister>().EnrolAsync(server.Get<NodeState>(), default);

        Assert.Equal((ExitCode.Done, name, "running"), Told(Run()));
        Assert.Equal((ExitCode.Done, name, "draining"), Told(Run("--drain", name, "--reason", "new version")));
        Assert.True(await server.Get<NodeRegister>().BeatAsync(server.Get<NodeState>(), default));
        Assert.Equal((ExitCode.Done, name, "running"), Told(Run("--resume", name, "--reason", "done")));
        Assert.False(await server.Get<NodeRegister>().BeatAsync(server.Get<NodeState>(), default));
        Assert.Matches(@"^\S+  \d+\.\d+\.\d+  started \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  seen \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  running\n$", Run().Out);
        await using var context = server.Get<Runtime.Storage.Database>().OpenUnscoped();
        Assert.Equal(
            [("node-drained", name, "new version", Environment.UserName), ("node-resumed", name, "done", Environment.UserName)],
            (await context.OfficeActs.IgnoreQueryFilters().OrderBy(act => act.At).ToListAsync()).Select(act => (act.Act, act.Subject, act.Reason, act.ActorId)));
    }

    [Fact]
    public async Task Says_what_is_wrong()
    {
        await (await OpenDatabase.OpenOrCreateAsync(DatabaseTarget.Sqlite(Database, "demo"), default)).DisposeAsync();
        Assert.Equal((ExitCode.Done, "", ""), Run());
        Assert.Equal((ExitCode.Refused, "", "Expected a node, but there is no web-9.\n"), Run("--drain", "web-9", "--reason", "new version"));
        Assert.Equal((ExitCode.Refused, "", "Expected a node, but there is no web-9.\n"), Run("--resume", "web-9", "--reason", "done"));
        Assert.Equal((ExitCode.Usage, "", "Expected --reason TEXT with --drain and --resume.\n"), Run("--drain", "web-9"));
        Assert.Equal(ExitCode.Usage, CommandLine.Run("", "nodes").Code);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static (int Code, string Name, string Condition) Told((int Code, string Out, string Error) run)
    {
        var words = Assert.Single(run.Out.TrimEnd('\n').Split('\n')).Split("  ");
        return (run.Code, words[0], words[^1]);
    }

    private (int Code, string Out, string Error) Run(params string[] options) => CommandLine.Run("", ["nodes", "--database", Database, .. options]);
}
