using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>From receipt to answer a clock runs wherever the case can stand, and no path closes a case unanswered.</summary>
internal sealed class ClockWatch(Process process) : LoopWatch
{
    private const ulong Answered = 1UL << 63;

    /// <summary>Clocks beyond these are not watched: a bit each, one is the answer's.</summary>
    private const int MostClocks = 63;

    public override ulong Start(Process process) => Bits(Enumerable.Range(0, process.Clocks.Length).Where(index => process.Clocks[index].Start is null));

    public override ulong Entered(ulong facts, Element element) => facts | Bits(element.StartsClocks);

    public override ulong Completed(ulong facts, Element element)
    {
        facts &= ~Bits(element.StopsClocks);
        foreach (var command in element.ClockCommands)
            facts = command.Command switch
            {
                "start" => facts | BitOf(command.Clock),
                "stop" => facts & ~BitOf(command.Clock),
                _ => facts,
            };
        // Once answered, the clocks make no difference: forgetting them keeps the walk short.
        return (facts & Answered) != 0 || element.LoopSteps.HasFlag(LoopSteps.Answer) ? Answered : facts;
    }

    public override ulong Called(ulong facts, ClosedLoopRules rules) => rules.Clock ? Answered : facts;

    public override bool Minds(Element element) => base.Minds(element) || !element.StopsClocks.IsEmpty || element.ClockCommands.Any(command => command.Command == "stop");

    public override LoopBreak? Look(LoopState state, Process process)
    {
        if ((state.Facts & Answered) != 0) return null;
        if (state.IsClosed)
            return state.Closure is { } closure && process.ClosedLoop.WithoutAnswer.Contains(closure)
                ? null
                : new LoopBreak("closed-without-answer", $"Expected the answer before every close{(state.Closure is null ? "" : $" as {state.Closure}")}, but there is a way without it.");
        if (state.Facts != 0) return null;
        return state.Tokens.Where(token => token >= 0).Select(token => process.Elements[token]).FirstOrDefault(Waiting.ForPeopleOrTime) is { } standing
            ? new LoopBreak("no-clock-running", $"Expected a clock to run wherever the case can wait before its answer, but there is a way on which none runs at {standing.Id}.", standing)
            : null;
    }

    private ulong BitOf(string clock) => Bits(Enumerable.Range(0, process.Clocks.Length).Where(index => process.Clocks[index].Id == clock));

    private static ulong Bits(IEnumerable<int> clocks) => clocks.Where(clock => clock < MostClocks).Aggregate(0UL, (bits, clock) => bits | 1UL << clock);
}
