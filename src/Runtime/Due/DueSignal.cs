using CaseFlow.Runtime.Running;

namespace CaseFlow.Runtime.Due;

/// <summary>Wakes the sweep when something is due sooner than it means to look.</summary>
internal sealed class DueSignal : WakeSignal
{
    private long _next = long.MaxValue;

    /// <summary>When the next row known of is due.</summary>
    public DateTimeOffset Next => new(Math.Min(Volatile.Read(ref _next), DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <summary>A row due at that time was committed.</summary>
    public void Committed(DateTimeOffset dueAt)
    {
        if (Lower(dueAt)) Wake();
    }

    /// <summary>There is a row due at that time: the sweep looks then, or before when a nearer one was committed meanwhile.</summary>
    public void LookNoLaterThan(DateTimeOffset next) => Lower(next);

    /// <summary>The sweep means to look next at that time; sooner when a nearer row is committed meanwhile.</summary>
    public void LookAt(DateTimeOffset next) => Volatile.Write(ref _next, next.UtcTicks);

    private bool Lower(DateTimeOffset time)
    {
        var ticks = time.UtcTicks;
        for (var next = Volatile.Read(ref _next); ticks < next; next = Volatile.Read(ref _next))
            if (Interlocked.CompareExchange(ref _next, ticks, next) == next)
                return true;
        return false;
    }
}
