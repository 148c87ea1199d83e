using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>A wire to a database server. A test cuts it on the program's side only, so that the server goes on with what it was sent, or has it swallow everything.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _done = new();
    private readonly List<(TcpClient Near, TcpClient Far)> _pairs = [];
    private readonly Task _accepting;
    private readonly int _port;
    private volatile bool _swallows;
    private int _swallowed;

    public Wire(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        _port = settings.Port;
        _listener.Start();
        settings.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        ConnectionString = settings.ConnectionString;
        _accepting = AcceptAsync();
    }

    /// <summary>The server by way of this wire.</summary>
    public string ConnectionString { get; }

    /// <summary>Connections that were begun since the wire swallows.</summary>
    public int Swallowed => Volatile.Read(ref _swallowed);

    public void Cut()
    {
        lock (_pairs)
        {
            foreach (var (near, _) in _pairs)
            {
                near.LingerState = new LingerOption(true, 0);
                near.Close();
            }
        }
    }

    /// <summary>From now on nothing comes through, and nobody is told.</summary>
    public void Swallow() => _swallows = true;

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        _listener.Stop();
        await _accepting;
        lock (_pairs)
        {
            foreach (var (near, far) in _pairs)
            {
                near.Dispose();
                far.Dispose();
            }
        }

        _done.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var (near, far) = (await _listener.AcceptTcpClientAsync(_done.Token), new TcpClient { NoDelay = true });
                near.NoDelay = true;
                lock (_pairs) _pairs.Add((near, far));
                if (_swallows)
                {
                    Interlocked.Increment(ref _swallowed);
                    continue;
                }

                await far.ConnectAsync(IPAddress.Loopback, _port, _done.Token);
                _ = CarryAsync(near.GetStream(), far.GetStream());
                _ = CarryAsync(far.GetStream(), near.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <summary>What is lost on one end does not close the other.</summary>
    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _done.Token) is > 0 and var count)
                if (!_swallows)
                    await to.WriteAsync(buffer.AsMemory(0, count), _done.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
