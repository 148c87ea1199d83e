using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>What a path rule remembers on the way, and where it is broken.</summary>
internal abstract class LoopWatch
{
    public virtual ulong Start(Process process) => 0;

    public virtual ulong Entered(ulong facts, Element element) => facts;

    public virtual ulong Completed(ulong facts, Element element) => facts;

    /// <summary>A timer ended what went on.</summary>
    public virtual ulong Lapsed(ulong facts, IEnumerable<Element> ended) => facts;

    /// <param name="rules">Those of the called flow.</param>
    public virtual ulong Called(ulong facts, ClosedLoopRules rules) => facts;

    /// <summary>Whether a path beside the others could change what is remembered.</summary>
    public virtual bool Minds(Element element) => element.Closure is not null;

    /// <summary>Null while the rule holds.</summary>
    /// <param name="process">Whose elements the state's tokens are.</param>
    public abstract LoopBreak? Look(LoopState state, Process process);
}

/// <param name="Place">Null: where the path ends.</param>
internal sealed record LoopBreak(string Rule, string But, Element? Place = null);
