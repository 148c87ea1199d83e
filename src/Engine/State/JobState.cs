using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.State;

/// <summary>Work of a service task that an activity does outside the step.</summary>
/// <param name="Attempt">1 for the first try.</param>
public sealed record JobState(
    long Key, string ElementId, string ActivityType, FeelContext Settings, int Attempt, int RetriesLeft, DateTimeOffset? RetryAt);
