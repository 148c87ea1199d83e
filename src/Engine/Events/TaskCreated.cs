using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Events;

public sealed record TaskCreated(TaskState Task) : CaseEvent;
