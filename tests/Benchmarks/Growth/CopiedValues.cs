using System.Globalization;

namespace CaseFlow.Benchmarks.Growth;

/// <summary>What stands in a copy in place of the template's value; <c>x</c> is the template's row, <c>n.i</c> the copy's number, <c>u</c> its unit, <c>p</c> the unit above.</summary>
internal sealed class CopiedValues(Dialect sql, int templates, bool open, int count, int people, int places, DateTimeOffset now)
{
    private const long Day = 24L * 60 * 60 * 1000;

    private readonly string _id = sql.Id(open ? Filling.OpenSeries : Filling.ClosedSeries, "n.i");
    private readonly string _number = $"({sql.Padded($"{(open ? 250000 : 150000)} + n.i / 60000", 6)} || '-' || {sql.Padded("n.i % 60000", 5)})";
    private readonly string _place = $"('幸福' || {sql.Text($"n.i % {places} / {Filling.PlacesOfRoad}")} || '路' || {sql.Text($"n.i % {places} % {Filling.PlacesOfRoad}")} || '号')";
    private readonly string _title = $"('路灯不亮 ' || {sql.Text("n.i")})";

    public string Of(string table, string column) => (table, column) switch
    {
        ("cases", "id") or (_, "case_id") => _id,
        ("cases", "number") or ("tasks", "case_number") => _number,
        ("cases", "external_id" or "external_source") => "null",
        ("cases", "reporter_id") => $"'p' || {sql.Text($"n.i % {people}")}",
        ("cases", "snapshot") => Snapshot,
        ("cases", "closed_at") => open ? "null" : sql.Time($"{Received} + {5 * Day}"),
        ("cases", "due") => open ? sql.Time(Due) : "null",
        (_, "title") => _title,
        (_, "place") => _place,
        (_, "received_at" or "started_at" or "updated_at" or "at" or "created_at") => sql.Time(Received),
        ("tasks", "unit_code") => "case when x.team in ('handler', 'station') then u.code else p.code end",
        ("tasks", "unit_path") => "case when x.team in ('handler', 'station') then u.path else p.path end",
        (_, "unit_code") => "u.code",
        (_, "unit_path") => "u.path",
        ("tasks", "assignee") => $"case when {Round} % {Filling.Assigned} = 0 then 'u-' || u.code || '-' || {sql.Text($"{Round} / {Filling.Assigned} % {Filling.HandlersOf(count)}")} end",
        ("tasks", "due" or "sort_due") or ("clocks", "due") => sql.Time(Due),
        ("due_rows", "due_at") => sql.Time($"{Ms(now)} + {30 * Day} + n.i"),
        ("subscriptions", "correlation_key") => $"replace(x.correlation_key, c.number, {_number})",
        ("case_events", "position") => $"{(open ? 10_000_000_000 : 10_000_000)} + n.i * 1000 + x.sequence",
        _ => $"x.{Filling.Quoted(column)}",
    };

    /// <summary>Open cases came within the last month, closed ones in the three years before.</summary>
    private string Received => open
        ? $"{Ms(now)} - ({count} - n.i) * {30 * Day} / {count}"
        : $"{Ms(now)} - {40 * Day} - ({count} - n.i) * {1000 * Day} / {count}";

    private string Due => $"({Received} + {20 * Day} + (n.i * 7919 % 1000) * {Day / 100})";

    /// <summary>How often every community had a set of templates before.</summary>
    private string Round => $"(n.i / {templates * City.Communities})";

    private string Snapshot => sql.Replaced(
        "x.snapshot", (sql.IdText("x.id"), sql.IdText(_id)), ("x.number", _number), ($"'\"{Templates.Unit}\"'", "'\"' || u.code || '\"'"));

    private static string Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
