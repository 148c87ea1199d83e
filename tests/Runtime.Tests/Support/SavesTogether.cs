using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Holds the first save of this test until a second one is about to write too: both have read what was there before.</summary>
internal sealed class SavesTogether : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly AsyncLocal<bool> _mine = new() { Value = true };
    private readonly CountdownEvent _arrived = new(2);
    private readonly IDisposable _listening;

    public SavesTogether() => _listening = System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(this);

    public void Dispose()
    {
        _listening.Dispose();
        _arrived.Dispose();
    }

    /// <summary>Runs both at once.</summary>
    public static async Task<T[]> RunAsync<T>(Func<Task<T>> one, Func<Task<T>> other)
    {
        using var together = new SavesTogether();
        var results = await Task.WhenAll(Task.Run(one), Task.Run(other));
        Assert.True(together._arrived.IsSet);
        return results;
    }

    public void OnNext(System.Diagnostics.DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run beside this one in the same process.
        if (!_mine.Value || value.Key != CoreEventId.SaveChangesStarting.Name || _arrived.IsSet) return;
        _arrived.Signal();
        if (!_arrived.Wait(Patience)) throw new TimeoutException("Expected two saves, but only one came.");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
