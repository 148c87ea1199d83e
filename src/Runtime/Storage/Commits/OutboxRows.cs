using CaseFlow.Engine.Effects;
using CaseFlow.Runtime.Outbox;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>One row an effect.</summary>
internal static class OutboxRows
{
    public static IEnumerable<RowWrite> Of(StepToStore step)
    {
        foreach (var effect in step.Step.Effects)
            yield return new(
                Statements.InsertOutbox, $"{step.CaseId:N}:{effect.Key}", step.CaseId, step.Tenant, EffectJson.KindOf(effect), EffectJson.Write(effect),
                step.Now, NotBefore(effect) ?? step.Now, 0L, Activity(effect));
    }

    private static string Activity(Effect effect) => effect is RunActivity run ? run.Job.ActivityType : "";

    private static DateTimeOffset? NotBefore(Effect effect) => effect is RunActivity run ? run.Job.RetryAt : null;
}
