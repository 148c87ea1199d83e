using System.Collections.Immutable;
using CaseFlow.Engine.Effects;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>The outcome of <see cref="Interpreter.Advance"/>.</summary>
public abstract record StepResult
{
    private protected StepResult()
    {
    }
}

/// <summary>The caller's fault; nothing changed.</summary>
/// <param name="Code">Kebab case, stable: <c>task-not-open</c>, <c>already-claimed</c>, <c>excluded</c>, <c>unknown-form-field</c>, …</param>
/// <param name="Message">"Expected …, but …", with the element's id.</param>
public sealed record Rejected(string Code, string Message) : StepResult;

/// <summary>The step happened: the new state, all events in order, and what is to be done outside.</summary>
public sealed record Advanced(CaseState State, ImmutableArray<CaseEvent> Events, ImmutableArray<Effect> Effects) : StepResult;
