using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Feed;

/// <summary>Tells open pages that a case changed, after its commit. What a page then shows it reads from the store.</summary>
public sealed partial class CaseFeed
{
    private readonly ConcurrentDictionary<long, Listener> _listeners = new();
    private readonly ILogger _logger;
    private long _last;

    internal CaseFeed(ILogger<CaseFeed> logger) => _logger = logger;

    /// <summary>Calls back for every committed change of the tenant until disposed; callbacks must be quick and may come on any thread.</summary>
    public IDisposable Subscribe(string tenant, Action<CaseChange> onChange)
    {
        var id = Interlocked.Increment(ref _last);
        return _listeners[id] = new Listener(tenant, onChange, () => _listeners.TryRemove(id, out _));
    }

    internal bool HasListeners => !_listeners.IsEmpty;

    internal void Publish(string tenant, CaseChange change)
    {
        foreach (var listener in _listeners.Values)
            if (listener.Tenant == tenant)
                Tell(listener, change);
    }

    /// <summary>A page that fails must not fail the command that was committed.</summary>
    private void Tell(Listener listener, CaseChange change)
    {
        try
        {
            listener.OnChange(change);
        }
        catch (Exception e)
        {
            LogFailed(change.CaseId, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A listener failed on a change of case {CaseId}.")]
    private partial void LogFailed(Guid caseId, Exception e);

    private sealed record Listener(string Tenant, Action<CaseChange> OnChange, Action Gone) : IDisposable
    {
        public void Dispose() => Gone();
    }
}

/// <param name="UnitPath">Where the case stands, for deciding whether a list is touched.</param>
public sealed record CaseChange(Guid CaseId, string Number, string UnitPath, long Version);
