using System.Diagnostics;
using System.Globalization;
using CaseFlow.Runtime.Storage;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>A process of the burst host with a node for each of some databases.</summary>
internal sealed class NodeHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly IReadOnlyList<BurstDatabase> _databases;
    private readonly HashSet<int> _down = [];
    private readonly TaskCompletionSource _allDown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _listening;
    private bool _killed;
    private int _answers;

    private NodeHost(Process process, IReadOnlyList<BurstDatabase> databases)
    {
        (_process, _databases) = (process, databases);
        _listening = Task.Run(ListenAsync);
    }

    /// <param name="point">Where each database's node is to be killed, and at which arrival.</param>
    /// <param name="hours">How far the nodes' clocks are ahead.</param>
    public static NodeHost Start(DatabaseProvider provider, IReadOnlyList<BurstDatabase> databases, Func<int, (string Point, int Arrival)> point, int hours)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CaseFlow.BurstHost.dll"));
        start.ArgumentList.Add("nodes");
        start.ArgumentList.Add(provider is DatabaseProvider.Sqlite ? "sqlite" : "postgres");
        // A process that lives for seconds gains nothing from being measured for better code.
        start.Environment["DOTNET_TieredPGO"] = "0";
        var host = new NodeHost(Process.Start(start)!, databases);
        for (var at = 0; at < databases.Count; at++)
            host.Say(string.Join('\t', databases[at].Connection, databases[at].Keys, hours.ToString(CultureInfo.InvariantCulture), point(at).Point, point(at).Arrival.ToString(CultureInfo.InvariantCulture)));
        host.Say("");
        return host;
    }

    /// <summary>Stops the process where it stands, without ending it.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task WakeAsync() => SignalAsync("-CONT");

    /// <summary>Waits for so many further answers of this process.</summary>
    public async Task AnswersAsync(int count, TimeSpan atMost)
    {
        using var limit = new CancellationTokenSource(atMost);
        for (var enough = Volatile.Read(ref _answers) + count; Volatile.Read(ref _answers) < enough;) await Task.Delay(10, limit.Token);
    }

    /// <summary>From now on arrivals at the fault points count.</summary>
    public void Arm() => Say("arm");

    /// <summary>Waits until every node stands at its point, or the time is up, and kills the process.</summary>
    /// <returns>The databases whose nodes stood there.</returns>
    public async Task<IReadOnlyList<int>> KillAsync(TimeSpan atMost)
    {
        await Task.WhenAny(_allDown.Task, Task.Delay(atMost));
        if (_allDown.Task.IsFaulted) await _allDown.Task;
        await EndAsync();
        return [.. _down];
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
    }

    private async Task EndAsync()
    {
        _killed = true;
        _process.Kill();
        await _listening;
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    private async Task ListenAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line) Hear(line.Split(' '));
        if (!_killed) _allDown.TrySetException(new InvalidOperationException($"Expected the host to run until it is killed, but it said: {await errors}"));
        _allDown.TrySetResult();
    }

    private void Hear(string[] words)
    {
        var at = int.Parse(words[0], CultureInfo.InvariantCulture);
        if (words[1] != "down")
        {
            _databases[at].Answered.Enqueue(string.Join(' ', words[1..]));
            Interlocked.Increment(ref _answers);
        }
        else if (_down.Add(at) && _down.Count == _databases.Count) _allDown.TrySetResult();
    }
}
