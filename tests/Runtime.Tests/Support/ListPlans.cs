using System.Text.RegularExpressions;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>How the database would answer the queries over cases, tasks, events and people.</summary>
internal static partial class ListPlans
{
    public static async Task<List<ListPlan>> OfAsync(Bureau bureau, DatabaseProvider provider, IReadOnlyList<string> statements)
    {
        var plans = new List<ListPlan>();
        foreach (var sql in statements.Where(sql => sql.StartsWith("SELECT", StringComparison.Ordinal) && Large().IsMatch(sql)).Distinct())
            plans.Add(provider is DatabaseProvider.Sqlite ? await OfSqliteAsync(bureau, sql) : await OfPostgresAsync(bureau, sql));
        return plans;
    }

    private static async Task<ListPlan> OfSqliteAsync(Bureau bureau, string sql)
    {
        await using var context = bureau.Database.OpenUnscoped();
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "explain query plan " + sql;
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, "1");
            command.Parameters.Add(parameter);
        }

        var lines = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(3));
        // A scan of an index in its order stops at the limit, and one of a subquery (a co-routine) at the subquery's; one of the table itself does not.
        return new ListPlan(
            lines.Any(line => WholeTable().IsMatch(line) && !lines.Contains(line.Replace("SCAN", "CO-ROUTINE", StringComparison.Ordinal))), lines.Any(line => line.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal) || line.Contains("TEMP B-TREE FOR LAST", StringComparison.Ordinal)),
            string.Join(" | ", lines) + " <- " + sql);
    }

    /// <summary>On tables so small the planner would scan: what counts is whether it could do otherwise, so scans and sorts are made dear.</summary>
    private static async Task<ListPlan> OfPostgresAsync(Bureau bureau, string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(bureau.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await RunAsync(connection, "set enable_seqscan = off; set enable_sort = off; set enable_incremental_sort = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan");
        var names = Parameter().Matches(sql).Select(match => match.Value).Distinct().OrderByDescending(name => name.Length).ToList();
        var text = names.Select((name, at) => (name, at)).Aggregate(sql, (known, next) => known.Replace(next.name, $"${next.at + 1}", StringComparison.Ordinal));
        await RunAsync(connection, $"prepare list as {text}");
        await using var command = connection.CreateCommand();
        command.CommandText = $"explain execute list({string.Join(", ", names.Select(_ => "null"))})".Replace("()", "", StringComparison.Ordinal);
        var lines = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return new ListPlan(
            lines.Any(line => line.Contains("Seq Scan on", StringComparison.Ordinal) && Large().IsMatch(line)), lines.Any(line => line.Contains("Sort Key", StringComparison.Ordinal)), string.Join("\n", lines) + " <- " + sql);
    }

    private static async Task RunAsync(Npgsql.NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"\b(archived_)?(cases|case_events|tasks|people|clocks|evaluations|case_links|notices|documents)\b")]
    private static partial Regex Large();

    [GeneratedRegex("@[A-Za-z_0-9]+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^SCAN (?!\()\w+$")]
    private static partial Regex WholeTable();
}

/// <param name="Text">The plan and its query.</param>
internal sealed record ListPlan(bool ReadsWholeTable, bool Sorts, string Text);
