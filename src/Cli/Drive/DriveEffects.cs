namespace CaseFlow.Cli.Drive;

/// <summary>What steps left to be done after them: one by one, in the order they were left, as from an outbox; never one within another.</summary>
internal sealed class DriveEffects
{
    /// <summary>Two processes that send each other messages for ever must not hold the driver for ever.</summary>
    private const int MostInOneGo = 20_000;

    private readonly Queue<(Action Effect, int Weight)> _waiting = [];
    private bool _draining;

    /// <param name="weight">How much work it stands for: 1 is a message or a job.</param>
    public void Add(Action effect, int weight = 1) => _waiting.Enqueue((effect, weight));

    /// <summary>Does all that waits. An effect that the engine refuses is dropped: the command that caused it was accepted.</summary>
    /// <exception cref="DriveFault">The effects go on and on; the rest of them is dropped.</exception>
    public void Drain()
    {
        if (_draining) return;
        _draining = true;
        try
        {
            for (var done = 0; _waiting.TryDequeue(out var next); done += next.Weight)
            {
                if (done >= MostInOneGo) throw new DriveFault($"Expected fewer than {MostInOneGo} effects of one command, but they go on.");
                Do(next.Effect);
            }
        }
        finally
        {
            _draining = false;
            _waiting.Clear();
        }
    }

    private static void Do(Action effect)
    {
        try
        {
            effect();
        }
        catch (DriveRejection)
        {
            // A message whose process can't take its first steps starts nothing; the sender has gone on all the same.
        }
    }
}
