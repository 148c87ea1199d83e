namespace CaseFlow.Engine.Simulation.Statistics;

/// <summary>What is counted of one step.</summary>
internal sealed class StepTally(long begin)
{
    public Level Queue { get; } = new(begin);

    public Summary Waits { get; } = new();

    public Summary Work { get; } = new();

    public long Entered { get; private set; }

    public long Ended { get; private set; }

    public void Opened(long now)
    {
        Entered++;
        Queue.Change(1, now);
    }

    public void Begun(long now, double waited)
    {
        Queue.Change(-1, now);
        Waits.Add(waited);
    }

    /// <summary>It waited, and is no longer to be done.</summary>
    public void Gone(long now) => Queue.Change(-1, now);

    /// <param name="seconds">From its beginning to its end, nights and holidays between them included.</param>
    public void Done(double seconds)
    {
        Ended++;
        Work.Add(seconds);
    }

    /// <summary>Something that needs no queue opened: a job, a resident's task, a message.</summary>
    public void Offered() => Entered++;

    public void Clear(long now)
    {
        Queue.Clear(now);
        Waits.Clear();
        Work.Clear();
        (Entered, Ended) = (0, 0);
    }
}
