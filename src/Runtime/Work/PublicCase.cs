using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Queries;

namespace CaseFlow.Runtime.Work;

/// <summary>What the resident sees of a case.</summary>
/// <param name="HeldBy">Name of the unit that holds it now: "who is on it".</param>
/// <param name="Questions">Open tasks for the reporter: questions and ratings.</param>
public sealed record PublicCase(
    Guid CaseId, string Number, string Kind, LocalText FlowName, string? Title, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt,
    LocalText? Closure, LocalText HeldBy, IReadOnlyList<StageView> Stages, IReadOnlyList<ClockView> Promises,
    IReadOnlyList<PublicEntry> Entries, IReadOnlyList<QuestionView> Questions, IReadOnlyList<ActionView> Actions);

/// <param name="Kind">received, stage, notice, note, document, answer, evaluation or closed.</param>
public sealed record PublicEntry(DateTimeOffset At, string Kind, LocalText Text);

public sealed record QuestionView(long TaskKey, LocalText Name, FormDefinition? Form, DateTimeOffset? Due, bool IsEvaluation);
