using CaseFlow.Engine.Feel;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Effects;

/// <summary>Run the activity of a job; its answer comes back as CompleteJob or FailJob.</summary>
public sealed record RunActivity(string Key, JobState Job, FeelContext Variables) : Effect(Key);
