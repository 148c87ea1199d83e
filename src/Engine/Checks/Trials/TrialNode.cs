using System.Collections.Immutable;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>A state that was reached, and how it was first reached.</summary>
/// <param name="Before">The node it was reached from; null: a start.</param>
/// <param name="Move">What happened; null: the case went on by itself.</param>
/// <param name="Depth">Moves since the start, the start counted.</param>
internal sealed record TrialNode(int Index, TrialPoint Point, TrialNode? Before, Move? Move, ImmutableArray<Oracle.Said> Answers, int Depth)
{
    public List<TrialNode> Previous { get; } = [];

    /// <summary>The nodes from the start to this one.</summary>
    public IEnumerable<TrialNode> Path() => Before is null ? [this] : Before.Path().Append(this);
}
