using System.Globalization;

namespace CaseFlow.BurstHost.Nodes;

/// <summary>
/// Runs nodes, each on a database of its own, until the process is killed. To start one process costs seconds, to start one more node in it almost nothing.
/// Standard input: one line a node, tab separated: connection string, folder of keys, hours its clock is ahead, fault point, arrival; an empty line ends them. A further line arms the fault points; the end of the input ends the process.
/// Standard output, each line beginning with the node's place in that list: <c>down</c> (it stands at its point), <c>start CASE</c>, <c>task CASE KEY</c>, <c>message ID</c>
/// (each was answered).
/// </summary>
internal static class NodeProcess
{
    public static async Task<int> RunAsync(string provider)
    {
        ThreadPool.SetMinThreads(128, 16);
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        var nodes = new List<Node>();
        while (Console.In.ReadLine() is { Length: > 0 } line) nodes.Add(Open(provider, line.Split('\t'), Place(nodes.Count), output));
        foreach (var node in nodes) await node.StartAsync();
        await ListenAsync();
        return 0;
    }

    /// <summary>Ends with its input, so that no host outlives the tests.</summary>
    private static async Task ListenAsync()
    {
        while (await Console.In.ReadLineAsync() is not null) KillPoint.Armed = true;
    }

    private static Node Open(string provider, string[] told, string place, TextWriter output)
    {
        var point = new KillPoint(told[3], int.Parse(told[4], CultureInfo.InvariantCulture), () => output.WriteLine($"{place} down"));
        return new Node(provider, told[0], told[1], new ShiftedTime(TimeSpan.FromHours(int.Parse(told[2], CultureInfo.InvariantCulture))), point, said => output.WriteLine($"{place} {said}"));
    }

    private static string Place(int index) => index.ToString(CultureInfo.InvariantCulture);
}
