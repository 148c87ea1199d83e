using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Runtime.Tests.Queries;

/// <summary>Lists must not sort what they read: the cost of a page would grow with every case.</summary>
public sealed class ListPlanTests
{
    public static TheoryData<string> Lists => ["all", "open", "closed", "late", "mine", "teams"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_come_out_of_an_index_in_order(string list)
    {
        // Before the first command: a context that finds nobody listening doesn't look again for a second.
        var statements = new List<string>();
        using var listening = DiagnosticListener(statements);
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        await bureau.HandledInAsync("s1");

        var reader = await bureau.ReaderAsync(list is "mine" or "teams" ? "panel1" : "s1-supervisor");
        statements.Clear();
        await ReadAsync(bureau, reader, list);

        var pages = statements.Where(sql => sql.Contains("ORDER BY", StringComparison.Ordinal) && sql.Contains("LIMIT", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        foreach (var sql in pages) Assert.DoesNotContain("TEMP B-TREE", await PlanAsync(bureau, sql), StringComparison.Ordinal);
    }

    private static Task ReadAsync(Bureau bureau, CaseFlow.Runtime.Directory.Reader reader, string list) => list switch
    {
        "mine" => bureau.Get<Inbox>().ListAsync(reader, new InboxFilter(InboxView.Mine)),
        "teams" => bureau.Get<Inbox>().ListAsync(reader, new InboxFilter(InboxView.Teams)),
        "open" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(Open: true)),
        "closed" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(Open: false)),
        "late" => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter(OverdueOnly: true)),
        _ => bureau.Get<CaseQueries>().ListAsync(reader, new CaseFilter()),
    };

    private static async Task<string> PlanAsync(Bureau bureau, string sql)
    {
        await using var context = bureau.Database.OpenUnscoped();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "explain query plan " + sql;
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(sql, "@[A-Za-z_0-9]+").Select(match => match.Value).Distinct()) command.Parameters.AddWithValue(name, "1");
        var plan = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) plan.Add(rows.GetString(3));
        return string.Join(" | ", plan) + " <- " + sql;
    }

    private static IDisposable DiagnosticListener(List<string> statements) => System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(new Listeners(statements));

    private sealed class Listeners(List<string> statements) : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly AsyncLocal<bool> _mine = new() { Value = true };

        public void OnNext(System.Diagnostics.DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            // Other tests run beside this one in the same process.
            if (_mine.Value && value.Value is CommandExecutedEventData executed) statements.Add(executed.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
