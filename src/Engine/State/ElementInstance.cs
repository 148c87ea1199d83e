using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.State;

/// <summary>A live element. Key 0 is the case's own process; it stays after the case has ended and holds its variables.</summary>
/// <param name="Key">Unique in the case; also the key of its task or job.</param>
/// <param name="ScopeKey">The instance it stands in; -1 for key 0.</param>
public sealed record ElementInstance(long Key, string ElementId, long ScopeKey)
{
    /// <summary>The call activity instance whose called process this element belongs to; 0: the case's own process.</summary>
    public long CallKey { get; init; }

    /// <summary>Set on a call activity's instance once its process runs.</summary>
    public CalledProcess? Called { get; init; }

    /// <summary>Variables of its own: mappings' inputs, data objects, what was set on it by name.</summary>
    public FeelContext Variables { get; init; } = FeelContext.Empty;

    /// <summary>Number of live instances directly within.</summary>
    public int Children { get; init; }

    /// <summary>Flows within this scope that hold a token, one entry a token, oldest first.</summary>
    public ImmutableArray<string> Tokens { get; init; } = [];

    /// <summary>Keys of its open timers and subscriptions.</summary>
    public ImmutableArray<long> Waits { get; init; } = [];

    /// <summary>Set on the body of a repeating activity.</summary>
    public LoopState? Loop { get; init; }

    /// <summary>1 for the first instance of a repeating activity; 0: not one.</summary>
    public int LoopCounter { get; init; }
}

/// <summary>The process a call activity runs.</summary>
/// <param name="Isolated">True: it sees only what was mapped in.</param>
public sealed record CalledProcess(FlowRef Flow, string Process, bool Isolated);

/// <summary>How far a repeating activity has come.</summary>
/// <param name="Items">The collection, as it was when the activity was entered.</param>
/// <param name="Count">Instances there will be; -1: not known before (standard loop).</param>
/// <param name="Outputs">One place an instance, null until it has ended.</param>
public sealed record LoopState(
    ImmutableArray<FeelValue> Items, int Count, int Started, int Completed, int Terminated, ImmutableArray<FeelValue> Outputs);
