using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Execution;

/// <summary>What a person does about effects that were given up.</summary>
internal static class DeadLetters
{
    /// <summary>A job whose effect is dropped will never be answered: it fails for good, so that its step does not wait for ever unseen.</summary>
    public static Rejected? Handle(Step step, HandleDeadLetter c)
    {
        step.Emit(new DeadLetterHandled(c.EffectKey, c.What, c.How, c.Reason.Trim()));
        return c.How == "dropped" && c.JobKey is { } key && step.State.Jobs.ContainsKey(key) && !JobCommands.HasFailed(step.State, key)
            ? JobCommands.Fail(step, new FailJob(c.Actor, key, c.Reason.Trim()))
            : null;
    }
}
