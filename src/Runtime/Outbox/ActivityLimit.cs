namespace CaseFlow.Runtime.Outbox;

/// <summary>How hard one activity may be pressed, on each node.</summary>
/// <param name="AtOnce">Runs at the same time at most.</param>
/// <param name="PerMinute">Runs begun in any minute at most; null: any number.</param>
public sealed record ActivityLimit(int AtOnce, int? PerMinute = null);
