namespace CaseFlow.Runtime.Outbox;

/// <summary>Lets runs of one activity begin as its limit allows.</summary>
internal sealed class ActivityGate(ActivityLimit limit, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly LinkedList<DateTimeOffset> _begun = [];
    private int _running;

    /// <summary>How many runs may begin now; they count as begun.</summary>
    /// <param name="share">Of what is free, the part of one queue among so many.</param>
    public int Take(int share)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_begun.First is { } first && (first.Value <= now - Minute || first.Value > now)) _begun.RemoveFirst();
            var free = Math.Min(limit.AtOnce - _running, (limit.PerMinute ?? int.MaxValue) - _begun.Count);
            var taken = (Math.Max(free, 0) + share - 1) / share;
            _running += taken;
            if (limit.PerMinute is not null)
                for (var run = 0; run < taken; run++)
                    _begun.AddLast(now);
            return taken;
        }
    }

    /// <summary>Runs that were taken and did not begin after all.</summary>
    public void Return(int runs)
    {
        lock (_lock)
        {
            _running -= runs;
            for (var run = 0; run < runs && _begun.Count > 0; run++) _begun.RemoveLast();
        }
    }

    public void End()
    {
        lock (_lock) _running--;
    }

    /// <summary>When another run may begin, as far as the minute goes.</summary>
    public DateTimeOffset OpensAt()
    {
        lock (_lock) return limit.PerMinute is { } most && _begun.Count >= most ? _begun.First!.Value + Minute : DateTimeOffset.MinValue;
    }
}
