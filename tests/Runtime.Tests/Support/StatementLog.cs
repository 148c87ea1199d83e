using CaseFlow.Runtime.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>What this test asks of the database through EF Core.</summary>
internal sealed class StatementLog : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<bool> _mine = new() { Value = true };
    private readonly List<string> _statements = [];
    private readonly IDisposable _listening;

    public StatementLog() => _listening = System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(this);

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_statements) return [.. _statements];
        }
    }

    public void Clear()
    {
        lock (_statements) _statements.Clear();
    }

    public void Dispose() => _listening.Dispose();

    public void OnNext(System.Diagnostics.DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run beside this one in the same process, and each query is compiled for SQL Server too.
        if (!_mine.Value || value.Value is not CommandExecutedEventData { Context: not SqlServerCaseFlowDbContext } executed) return;
        lock (_statements) _statements.Add(executed.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
