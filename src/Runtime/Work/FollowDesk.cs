using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Queries;

namespace CaseFlow.Runtime.Work;

/// <summary>The resident's side: follow, answer, rate. Number and code open it; an unknown number and a wrong code give the same answer.</summary>
public sealed class FollowDesk
{
    public Task<PublicCase?> FindAsync(string number, string code, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Answers a question or gives a rating: completes a task whose audience is the reporter.</summary>
    public Task<Outcome> AnswerAsync(string number, string code, long taskKey, FormPost values, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>A case action whose audience is the reporter: withdraw, add to the request, "not solved".</summary>
    public Task<Outcome> ActAsync(string number, string code, long subscriptionKey, FormPost values, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<Outcome> AttachAsync(string number, string code, string fileName, Stream content, CancellationToken cancel = default) => throw new NotImplementedException();
}

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
