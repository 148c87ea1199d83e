namespace CaseFlow.Engine.Simulation.Running;

/// <summary>Something that is to happen. What it was meant for may be over by then; whoever handles it looks.</summary>
/// <param name="At">UTC ticks.</param>
/// <param name="Key">The key within the case; of an arrival or a team its index.</param>
/// <param name="Detail">A clock's mark, or which optional step.</param>
internal readonly record struct Due(long At, DueWhat What, SimulatedCase? Case, long Key, int Detail = 0);

internal enum DueWhat
{
    Arrival,
    TimerStart,
    Timer,
    Continuation,
    Mark,
    WorkDone,
    ResidentAnswers,
    JobAnswers,
    MessageComes,
    OptionalStep,
    TeamOpens,
    CountingBegins,

    /// <summary>In a replay: a person ended the case.</summary>
    CaseEnds,
}
