using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

/// <summary>A person moved the running case to another version of its flow, or of one it calls. Only what has another id there, or reads otherwise, is listed.</summary>
/// <param name="Processes">The processes that moved: the case's own (key 0), or that of a call activity.</param>
/// <param name="Elements">By instance.</param>
/// <param name="Waits">Timers and subscriptions that go on, by their keys.</param>
/// <param name="Compensations">By the completed instance's key.</param>
/// <param name="Tasks">Open tasks as they are now.</param>
/// <param name="Names">Ids by which stages and performers are kept.</param>
public sealed record CaseMigrated(
    FlowRef From, FlowRef To, string Reason, ImmutableArray<MovedElement> Processes, ImmutableArray<MovedElement> Elements, ImmutableArray<MovedToken> Tokens,
    ImmutableArray<MovedElement> Waits, ImmutableArray<MovedElement> Compensations, ImmutableArray<TaskState> Tasks, ImmutableArray<MovedId> Names) : CaseEvent;

/// <param name="ElementId">The element, or process, that continues it.</param>
public sealed record MovedElement(long Key, string ElementId);

/// <summary>A token that waits at a join, on another sequence flow now.</summary>
public sealed record MovedToken(long ScopeKey, string From, string To);

public sealed record MovedId(string From, string To);
