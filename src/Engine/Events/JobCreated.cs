using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

public sealed record JobCreated(JobState Job) : CaseEvent;
