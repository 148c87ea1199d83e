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
            foreach (var argument in new[] { typeof(NodeCrew).Assembly.Location, "node", connection }) start.ArgumentList.Add(argument);
            crew._nodes.Add(Process.Start(start)!);
        }

        foreach (var node in crew._nodes) await node.StandardOutput.ReadLineAsync();
        return crew;
    }

    /// <summary>Has the first nodes complete every task of their cases, all at the same time.</summary>
    public async Task<NodeLap> CompleteAsync(int nodes, Func<int, IReadOnlyList<Guid>> casesOf)
    {
        var began = Stopwatch.GetTimestamp();
        for (var node = 0; node < nodes; node++)
        {
            await _nodes[node].StandardInput.WriteLineAsync(JsonSerializer.Serialize(new NodeOrder(Workers / nodes, casesOf(node))));
            await _nodes[node].StandardInput.FlushAsync();
        }

        var laps = await Task.WhenAll(_nodes.Take(nodes).Select(async node => JsonSerializer.Deserialize<NodeLap>((await node.StandardOutput.ReadLineAsync())!)!));
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
