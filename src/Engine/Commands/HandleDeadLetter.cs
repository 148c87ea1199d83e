namespace CaseFlow.Engine.Commands;

/// <summary>A person deals with an effect of the case that was given up: sends it again, mends it first, or drops it.</summary>
/// <param name="EffectKey">The effect's key within the case.</param>
/// <param name="What">The activity's type, or the name of the message or signal.</param>
/// <param name="How"><c>resent</c>, <c>mended</c> (changed, then sent again) or <c>dropped</c>.</param>
/// <param name="JobKey">The job that the effect runs; when it is dropped, the job fails for good. Null: a message or signal.</param>
public sealed record HandleDeadLetter(Actor Actor, string EffectKey, string What, string How, string Reason, long? JobKey = null) : Command(Actor);
