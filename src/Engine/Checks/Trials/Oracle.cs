using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>
/// Answers in place of data. What it answered for a condition holds for every other place with the same condition,
/// until something may have written a variable that the condition reads.
/// </summary>
internal sealed class Oracle
{
    /// <summary>Which answer to a question, by the id of the place that asks and the number of answers.</summary>
    public Func<string, int, int> Choose { get; set; } = (_, _) => 0;

    /// <summary>What it has answered before; null: each place is asked by itself.</summary>
    public Memory? Memory { get; set; }

    /// <summary>Whether something that runs beside may write one of these variables before the answer is used.</summary>
    public Func<IReadOnlyCollection<string>, bool> MayChange { get; set; } = _ => false;

    /// <summary>Whether anything runs beside what asks or writes now.</summary>
    public Func<bool> IsAlone { get; set; } = () => true;

    /// <summary>The id of the event whose condition has just become true.</summary>
    public string? Fires { get; set; }

    /// <summary>The answers contradict each other: no case can run this way.</summary>
    public bool Contradicted { get; set; }

    /// <summary>All that was answered, place by place, in order.</summary>
    public List<Said> Log { get; } = [];

    internal readonly record struct Said(string Place, int Answer);

    public int Ask(string place, int of) => Tell(place, Choose(place, of));

    public bool Decide(string place) => Ask(place, 2) == 0;

    /// <param name="must">True when nothing else is left that could hold.</param>
    public bool Decide(TrialCondition condition, bool must)
    {
        if (Recall(condition) is { } known)
        {
            Contradicted |= must && !known;
            return Tell(condition.Place, known ? 0 : 1) == 0;
        }

        var holds = must ? Tell(condition.Place, 0) == 0 : Decide(condition.Place);
        if (condition.IsShared) Memory = Memory?.With(condition, holds);
        return holds;
    }

    /// <summary>An element ended that may have written these variables; null: any.</summary>
    public FeelValue Wrote(IReadOnlySet<string>? names)
    {
        Memory = Memory?.Without(names, IsAlone());
        return FeelValue.Null;
    }

    /// <summary>A place that asks again asks anew: a loop waits for its condition to change.</summary>
    private bool? Recall(TrialCondition condition) =>
        condition.IsShared && Memory is not null && Memory.Answers.TryGetValue(condition.Text, out var known) && known.Place != condition.Place && !MayChange(condition.Names)
            ? known.Holds
            : null;

    private int Tell(string place, int answer)
    {
        Log.Add(new Said(place, answer));
        return answer;
    }
}
