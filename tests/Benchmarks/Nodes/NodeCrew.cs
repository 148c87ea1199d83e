using System.Diagnostics;
using System.Text.Json;

namespace CaseFlow.Benchmarks.Nodes;

/// <summary>Processes of this program, each a node of one database.</summary>
internal sealed class NodeCrew : IAsyncDisposable
{
    /// <summary>Clients, of all nodes together.</summary>
    public const int Workers = 30;

    private readonly List<Process> _nodes = [];

    public static async Task<NodeCrew> StartAsync(string connection, int count)
    {
        var crew = new NodeCrew();
        for (var node = 0; node < count; node++)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
            // As the site runs, and as deploy/ sets it.
            (start.Environment["DOTNET_gcServer"], start.Environment["DOTNET_GCgen0size"]) = ("1", "4000000");
            foreach (var argument in new[] { typeof(NodeCrew).Assembly.Location, "node", connection }) start.ArgumentList.Add(argument);
            crew._nodes.Add(Process.Start(start)!);
        }

        foreach (var node in crew._nodes) await node.StandardOutput.ReadLineAsync();
        return crew;
    }

    /// <summary>Has nodes complete every task of their cases, all at the same time.</summary>
    /// <param name="casesOf">The cases of the first of the nodes, of the second, and so on.</param>
    public async Task<NodeLap> CompleteAsync(IReadOnlyList<int> nodes, Func<int, IReadOnlyList<Guid>> casesOf)
    {
        var began = Stopwatch.GetTimestamp();
        for (var at = 0; at < nodes.Count; at++)
        {
            var input = _nodes[nodes[at]].StandardInput;
            await input.WriteLineAsync(JsonSerializer.Serialize(new NodeOrder(Workers / nodes.Count, casesOf(at))));
            await input.FlushAsync();
        }

        var laps = await Task.WhenAll(nodes.Select(async node => JsonSerializer.Deserialize<NodeLap>((await _nodes[node].StandardOutput.ReadLineAsync())!)!));
        return NodeLap.Sum(laps) with { Seconds = Stopwatch.GetElapsedTime(began).TotalSeconds };
    }

    /// <summary>A node ends with its input.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }
    }
}

internal sealed record NodeOrder(int Workers, IReadOnlyList<Guid> Cases);
