using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.State;

/// <summary>A completed activity that can be undone.</summary>
/// <param name="Key">Later than that of whatever completed before.</param>
/// <param name="ScopeKey">The live scope that may undo it.</param>
/// <param name="Variables">The activity's own variables as it completed.</param>
public sealed record CompensationState(long Key, string ElementId, long ScopeKey, FeelContext Variables);
