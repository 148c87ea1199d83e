using System.Collections.Immutable;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>What the oracle has answered and what may have been written since.</summary>
/// <param name="Answers">Answers that still hold, by the condition's text.</param>
/// <param name="Written">
/// Variables that something wrote while others ran beside it: it could as well have done so later, so that answers about them don't hold.
/// </param>
internal sealed record Memory(ImmutableSortedDictionary<string, Memory.Answer> Answers, ImmutableSortedSet<string> Written)
{
    private const string Any = "*";

    public static readonly Memory Empty = new(ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    internal sealed record Answer(bool Holds, string Place, IReadOnlyCollection<string> Names);

    public Memory With(TrialCondition condition, bool holds) => Written.Contains(Any) || condition.Names.Any(Written.Contains)
        ? this
        : this with { Answers = Answers.SetItem(condition.Text, new Answer(holds, condition.Place, condition.Names)) };

    /// <param name="names">What was written; null: any variable.</param>
    public Memory Without(IReadOnlySet<string>? names, bool isAlone) => new(
        Answers.RemoveRange(Answers.Where(known => names is null || known.Value.Names.Any(names.Contains)).Select(known => known.Key)),
        isAlone ? Written : names is null ? Written.Add(Any) : Written.Union(names));

    /// <summary>One token alone is left: what was written is written.</summary>
    public Memory Settled() => Written.IsEmpty ? this : this with { Written = Written.Clear() };
}
