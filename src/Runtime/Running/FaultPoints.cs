namespace CaseFlow.Runtime.Running;

/// <summary>Named places between two writes, where a test ends the process. In the program nothing happens there.</summary>
internal class FaultPoints
{
    public const string BeforeCommit = "commit.before";
    public const string WithinCommit = "commit.written-not-committed";
    public const string AfterCommit = "commit.committed-not-answered";
    public const string DueClaimed = "due.claimed";
    public const string BeforeDueCommand = "due.before-command";
    public const string AfterDueCommand = "due.after-command";
    public const string StartOpened = "due.start-opened-not-moved-on";
    public const string OutboxClaimed = "outbox.claimed";
    public const string ActivityDone = "outbox.activity-done-not-committed";
    public const string EffectCommitted = "outbox.committed";
    public const string EffectDoneRowKept = "outbox.sent-row-not-deleted";
    public const string MessageKept = "message.kept";
    public const string BeforeDelivery = "message.before-delivery";
    public const string AfterDelivery = "message.after-delivery";
    public const string ClocksRecomputed = "clocks.recomputed-not-counted";
    public const string CaseNumbered = "opening.numbered";
    public const string CaseOpened = "opening.opened";

    /// <param name="point">One of the names above.</param>
    public virtual void Reached(string point)
    {
    }
}
