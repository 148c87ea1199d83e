using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Runtime.Nodes;

/// <summary>What this process is called among the nodes of its database, and how long it may take to stop.</summary>
/// <param name="DrainLimit">How long a stop waits for work in hand. What is not done by then comes back when its lease ends.</param>
public sealed record NodeOptions(string Name, TimeSpan DrainLimit)
{
    private const int MostLetters = 100;
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(20);

    /// <summary>Reads <c>Node:Name</c> (default: machine and process id) and <c>Node:DrainSeconds</c> (default 20).</summary>
    /// <exception cref="InvalidOperationException">The name is longer than 100 letters, or the limit is no number from 0 on.</exception>
    public static NodeOptions From(IConfiguration configuration)
    {
        var name = configuration["Node:Name"] is { Length: > 0 } given ? given : $"{Environment.MachineName}-{Environment.ProcessId}";
        if (name.Length > MostLetters) throw new InvalidOperationException($"Expected Node:Name to have at most {MostLetters} letters, but it has {name.Length}.");
        if (configuration["Node:DrainSeconds"] is not { } text) return new NodeOptions(name, DefaultLimit);
        return int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? new NodeOptions(name, TimeSpan.FromSeconds(seconds))
            : throw new InvalidOperationException($"Expected Node:DrainSeconds to be a number of seconds, but it is '{text}'.");
    }
}
