using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// What one kind of element does. Stateless: all it knows comes with the call, all it changes goes through <see cref="Step.Emit"/>.
/// Evaluate first, emit then: a model fault thrown halfway leaves what was emitted.
/// </summary>
internal abstract class ElementBehavior
{
    /// <summary>Does the element's work, or begins it. Called again when a person retries an incident on entering.</summary>
    public abstract void Enter(Step step, ElementInstance self, Element element);

    /// <summary>Something directly within the instance ended. Only scopes have that.</summary>
    public virtual void ChildEnded(Step step, ElementInstance self)
    {
    }

    /// <summary>What the instance itself waits for has come.</summary>
    /// <param name="event">The event's element: the instance's own, or the one an event-based gateway leads to.</param>
    public virtual void Triggered(Step step, ElementInstance self, Element @event, FeelContext payload) => Lifecycle.Complete(step, self.Key, payload);

    /// <summary>Tries again work that failed while it was running outside.</summary>
    public virtual void Retry(Step step, ElementInstance self, Element element)
    {
    }
}
