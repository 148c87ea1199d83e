using static CaseFlow.Runtime.Storage.Commits.StoredType;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>Every statement a commit may hold beside the events themselves.</summary>
internal static class Statements
{
    private const string GivenUp = "dead_at is not null";

    public static readonly Statement InsertCase = Statement.Insert(
        "cases", ("id", Id), ("tenant", Text), ("number", Text), ("kind", Text), ("flow_key", Text), ("flow_version", Whole), ("reporter_id", Text), ("channel", Text),
        ("external_source", Text), ("external_id", Text), ("received_at", Time), ("started_at", Time), ("follow_code_hash", Bytes),
        ("unit_code", Text), ("unit_path", Text), ("status", Text), ("closure", Text), ("title", Text), ("description", Text), ("category", Text),
        ("urgency", Text), ("place", Text), ("grid_code", Text), ("closed_at", Time), ("due", Time), ("stage", Text),
        ("updated_at", Time), ("version", Whole), ("snapshot", Bytes), ("head_hash", Bytes));

    /// <summary>The common step, which moves nothing that a list sorts or filters by: it leaves the indexes alone.</summary>
    public static readonly Statement UpdateCase = Statement.Update(
        "cases", 2, ("updated_at", Time), ("version", Whole), ("snapshot", Bytes), ("head_hash", Bytes), ("id", Id), ("version", Whole));

    public static readonly Statement UpdateCaseColumns = Statement.Update(
        "cases", 2, ("unit_code", Text), ("unit_path", Text), ("status", Text), ("closure", Text), ("title", Text), ("description", Text), ("category", Text),
        ("urgency", Text), ("place", Text), ("grid_code", Text), new("closed_at", Time, ColumnRule.KeepUntilNull), ("due", Time), ("stage", Text),
        ("updated_at", Time), ("version", Whole), ("snapshot", Bytes), ("head_hash", Bytes), ("id", Id), ("version", Whole));

    /// <summary>A case that was moved to another version of its flow.</summary>
    public static readonly Statement MoveToVersion = Statement.Update("cases", 1, ("flow_version", Whole), ("id", Id));

    public static readonly Statement PutTask = Statement.Upsert(
        "tasks", 2, ("case_id", Id), ("task_key", Whole), ("tenant", Text), ("unit_code", Text), ("unit_path", Text), ("team", Text), ("assignee", Text),
        ("excluded", Text), ("element_id", Text), ("stage", Text), ("flow_key", Text), ("flow_version", Whole), ("form", Text), ("audience", Text),
        ("created_at", Time), ("due", Time), ("sort_due", Time), ("case_number", Text), ("title", Text), ("kind", Text), ("urgency", Text), ("place", Text));

    public static readonly Statement DeleteTask = Statement.Delete("tasks", ("case_id", Id), ("task_key", Whole));

    public static readonly Statement PutDue = Statement.Upsert(
        "due_rows", 3, ("case_id", Id), ("key", Whole), ("kind", Text), ("mark", Text), ("due_at", Time), ("visible_at", Time), ("attempts", Whole), ("tenant", Text));

    public static readonly Statement DeleteDue = Statement.Delete("due_rows", ("case_id", Id), ("key", Whole), ("kind", Text));

    public static readonly Statement PutSubscription = Statement.Upsert(
        "subscriptions", 2, ("case_id", Id), ("key", Whole), ("tenant", Text), ("kind", Text), ("name", Text), ("correlation_key", Text), ("element_id", Text),
        ("task_key", Whole), ("is_action", Truth));

    public static readonly Statement DeleteSubscription = Statement.Delete("subscriptions", ("case_id", Id), ("key", Whole));

    public static readonly Statement PutIncident = Statement.Upsert(
        "incidents", 2, ("case_id", Id), ("key", Whole), ("tenant", Text), ("unit_code", Text), ("unit_path", Text), ("case_number", Text), ("flow_key", Text),
        ("flow_version", Whole), ("element_id", Text), ("code", Text), ("message", Text), ("at", Time));

    public static readonly Statement DeleteIncident = Statement.Delete("incidents", ("case_id", Id), ("key", Whole));

    public static readonly Statement InsertClock = Statement.Insert(
        "clocks", ("case_id", Id), ("clock_key", Whole), ("tenant", Text), ("unit_code", Text), ("unit_path", Text), ("flow_key", Text), ("clock_id", Text),
        ("rule", Text), ("amount", Number), ("started_at", Time), ("due", Time), ("paused_at", Time));

    public static readonly Statement ChangeClock = Statement.Update(
        "clocks", 2, ("amount", Number), ("due", Time), ("paused_at", Time), ("case_id", Id), ("clock_key", Whole));

    public static readonly Statement WarnClock = MarkClock("warned_at");

    public static readonly Statement BreachClock = MarkClock("breached_at");

    public static readonly Statement EscalateClock = MarkClock("escalated_at");

    public static readonly Statement StopClock = Statement.Update(
        "clocks", 2, ("stopped_at", Time), ("met", Truth), ("paused_at", Time), ("case_id", Id), ("clock_key", Whole));

    public static readonly Statement MoveClocks = Statement.Update("clocks", 1, ("unit_code", Text), ("unit_path", Text), ("case_id", Id));

    public static readonly Statement InsertOutbox = Statement.Insert(
        "outbox", ("key", Text), ("case_id", Id), ("tenant", Text), ("kind", Text), ("payload", Bytes), ("created_at", Time), ("not_before", Time), ("attempts", Whole), ("activity", Text));

    /// <summary>A row that was given up is to be tried again, as new; of two who deal with it at the same moment one is refused.</summary>
    public static readonly Statement ReviveOutbox = Statement.DemandedUpdate(
        "outbox", GivenUp, 1, ("payload", Bytes), ("not_before", Time), ("lease_until", Time), ("attempts", Whole), ("dead_at", Time), ("key", Text));

    /// <summary>A row that was given up is dropped; of two who deal with it at the same moment one is refused.</summary>
    public static readonly Statement DropOutbox = Statement.DemandedDelete("outbox", GivenUp, ("key", Text));

    public static readonly Statement DeleteOutbox = Statement.Delete("outbox", ("key", Text));

    public static readonly Statement InsertEvaluation = Statement.Insert(
        "evaluations", ("case_id", Id), ("sequence", Whole), ("tenant", Text), ("unit_code", Text), ("unit_path", Text), ("flow_key", Text), ("kind", Text),
        ("element_id", Text), ("\"by\"", Text), ("\"of\"", Text), ("score", Whole), ("solved", Truth), ("comment", Text), ("at", Time), ("actor_id", Text));

    public static readonly Statement PutLink = Statement.InsertIfAbsent(
        "case_links", 3, ("case_id", Id), ("other_case_id", Id), ("role", Text), ("tenant", Text), ("at", Time));

    /// <summary>Fails when the message was taken before; the whole step is undone then.</summary>
    public static readonly Statement TakeMessage = Statement.Insert("taken_messages", ("tenant", Text), ("id", Text), ("case_id", Id), ("at", Time));

    public static readonly Statement DeleteMessage = Statement.Delete("messages", ("tenant", Text), ("id", Text));

    private static Statement MarkClock(string column) => Statement.Update("clocks", 2, (column, Time), ("case_id", Id), ("clock_key", Whole));
}
