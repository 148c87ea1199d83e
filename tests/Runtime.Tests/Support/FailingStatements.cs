using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>The database refuses this test's statements of one kind that name a value, as long as this is not disposed.</summary>
internal sealed class FailingStatements : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<bool> _mine = new() { Value = true };
    private readonly IDisposable _listening;
    private readonly (string Start, string Value) _refused;
    private int _failed;

    /// <param name="start">How the statements begin.</param>
    /// <param name="value">A value among their parameters.</param>
    public FailingStatements(string start, string value)
    {
        _refused = (start, value);
        _listening = System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Failed => Volatile.Read(ref _failed);

    public void Dispose()
    {
        _mine.Value = false;
        _listening.Dispose();
    }

    public void OnNext(System.Diagnostics.DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run beside this one in the same process.
        if (!_mine.Value || value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Command: var command }) return;
        if (!command.CommandText.StartsWith(_refused.Start, StringComparison.OrdinalIgnoreCase)) return;
        if (command.Parameters.Cast<DbParameter>().All(parameter => parameter.Value as string != _refused.Value)) return;
        Interlocked.Increment(ref _failed);
        throw new InvalidOperationException("The database refused.");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
