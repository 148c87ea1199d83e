using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>What a draft would have made of recorded cases.</summary>
/// <param name="Unchanged">Came out as recorded.</param>
/// <param name="NeedAnswers">Came to a step that the record has no answer for, or whose recorded answer the draft refuses; counted among the changed too.</param>
/// <param name="LeftOut">Commands of the record that are not repeated, with how many cases have them.</param>
public sealed record ReplayReport(
    FlowRef Draft, LocalText Name, long Cases, long Unchanged, long Changed, long NeedAnswers, ImmutableArray<ChangeCount> Changes, ImmutableArray<ChangeCount> LeftOut);
