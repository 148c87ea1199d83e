using static CaseFlow.Runtime.Storage.Commits.StoredType;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>Every statement a commit may hold beside the events themselves.</summary>
internal static class Statements
{
    public static readonly Statement InsertCase = Statement.Insert(
        "cases", ("id", Id), ("tenant", Text), ("number", Text), ("kind", Text), ("flow_key", Text), ("flow_version", Whole), ("reporter_id", Text), ("channel", Text),
        ("external_source", Text), ("external_id", Text), ("received_at", Time), ("started_at", Time), ("follow_code_hash", Bytes),
        ("unit_code", Text), ("unit_path", Text), ("status", Text), ("closure", Text), ("title", Text), ("description", Text), ("category", Text),
        ("urgency", Text), ("place", Text), ("grid_code", Text), ("closed_at", Time), ("due", Time), ("stage", Text),
        ("updated_at", Time), ("version", Whole), ("snapshot", Bytes), ("head_hash", Bytes));

    /// <summary>The common step, which moves nothing that a list sorts or filters by: it leaves the indexes alone.</summary>
    public static readonly Statement UpdateCase = new(
        "update cases set updated_at = $1, version = $2, snapshot = $3, head_hash = $4 where id = $5 and version = $6", Time, Whole, Bytes, Bytes, Id, Whole);

    public static readonly Statement UpdateCaseColumns = new(
        "update cases set unit_code = $1, unit_path = $2, status = $3, closure = $4, title = $5, description = $6, category = $7, urgency = $8, place = $9, "
        + "grid_code = $10, closed_at = case when $3 = 'Active' then null else coalesce(closed_at, $11) end, due = $12, stage = $13, updated_at = $14, version = $15, snapshot = $16, head_hash = $17 where id = $18 and version = $19",
        Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Time, Time, Text, Time, Whole, Bytes, Bytes, Id, Whole);

    /// <summary>A case that was moved to another version of its flow.</summary>
    public static readonly Statement MoveToVersion = new("update cases set flow_version = $1 where id = $2", Whole, Id);

    public static readonly Statement PutTask = Statement.Upsert(
        "tasks", 2, ("case_id", Id), ("task_key", Whole), ("tenant", Text), ("unit_code", Text), ("unit_path", Text), ("team", Text), ("assignee", Text),
        ("excluded", Text), ("element_id", Text), ("stage", Text), ("flow_key", Text), ("flow_version", Whole), ("form", Text), ("audience", Text),
        ("created_at", Time), ("due", Time), ("sort_due", Time), ("case_number", Text), ("title", Text), ("kind", Text), ("urgency", Text), ("place", Text));

    public static readonly Statement DeleteTask = Statement.Delete("tasks", ("case_id", Id), ("task_key", Whole));

    public static readonly Statement PutDue = Statement.Upsert(
        "due_rows", 3, ("case_id", Id), ("key", Whole), ("kind", Text), ("mark", Text), ("due_at", Time), ("lease_until", Time), ("attempts", Whole));

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

    public static readonly Statement ChangeClock = new(
        "update clocks set amount = $1, due = $2, paused_at = $3 where case_id = $4 and clock_key = $5", Number, Time, Time, Id, Whole);

    public static readonly Statement WarnClock = MarkClock("warned_at");

    public static readonly Statement BreachClock = MarkClock("breached_at");

    public static readonly Statement EscalateClock = MarkClock("escalated_at");

    public static readonly Statement StopClock = new(
        "update clocks set stopped_at = $1, met = $2, paused_at = null where case_id = $3 and clock_key = $4", Time, Truth, Id, Whole);

    public static readonly Statement MoveClocks = new("update clocks set unit_code = $1, unit_path = $2 where case_id = $3", Text, Text, Id);

    public static readonly Statement InsertOutbox = Statement.Insert(
        "outbox", ("key", Text), ("case_id", Id), ("tenant", Text), ("kind", Text), ("payload", Bytes), ("created_at", Time), ("not_before", Time), ("attempts", Whole));

    public static readonly Statement DeleteOutbox = Statement.Delete("outbox", ("key", Text));

    public static readonly Statement InsertEvaluation = Statement.Insert(
        "evaluations", ("case_id", Id), ("sequence", Whole), ("tenant", Text), ("unit_code", Text), ("unit_path", Text), ("flow_key", Text), ("kind", Text),
        ("element_id", Text), ("\"by\"", Text), ("\"of\"", Text), ("score", Whole), ("solved", Truth), ("comment", Text), ("at", Time), ("actor_id", Text));

    public static readonly Statement PutLink = new(
        "insert into case_links (case_id, other_case_id, role, tenant, at) values ($1, $2, $3, $4, $5) on conflict do nothing", Id, Id, Text, Text, Time);

    /// <summary>Fails when the message was taken before; the whole step is undone then.</summary>
    public static readonly Statement TakeMessage = Statement.Insert("taken_messages", ("tenant", Text), ("id", Text), ("case_id", Id), ("at", Time));

    public static readonly Statement DeleteMessage = Statement.Delete("messages", ("tenant", Text), ("id", Text));

    private static Statement MarkClock(string column) => new($"update clocks set {column} = $1 where case_id = $2 and clock_key = $3", Time, Id, Whole);
}
