using System.Text;
using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Effects;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Outbox;

/// <summary>Where supervisors and admins deal with what could not be sent. Each act is an event of the case, written with what it does to the row.</summary>
public sealed class DeadLetterDesk
{
    private readonly Database _database;
    private readonly CaseRunner _runner;
    private readonly OutboxSignal _signal;

    internal DeadLetterDesk(Database database, CaseRunner runner, OutboxSignal signal) => (_database, _runner, _signal) = (database, runner, signal);

    /// <summary>Rows that were given up, of cases in the reader's unit and below, the newest first. Empty for others than supervisors and admins.</summary>
    public async Task<Page<DeadLetterRow>> ListAsync(Reader reader, string? after = null, int size = 50, CancellationToken cancel = default)
    {
        if (!May(reader)) return new Page<DeadLetterRow>([], null);
        await using var context = _database.Open(new ReadScope(reader.Tenant, reader.UnitPath));
        var dead = Dead(context);
        if (Cursor.Read(after, 2) is [var atText, var last] && Cursor.Time(atText) is { } at) dead = dead.Where(row => row.DeadAt < at || (row.DeadAt == at && row.Key.CompareTo(last) > 0));
        var rows = await (from row in dead
                          join of in context.Cases on row.CaseId equals of.Id
                          orderby row.DeadAt descending, row.Key
                          select new { Row = row, of.Number }).AsNoTracking().Take(size + 1).ToListAsync(cancel);
        var page = rows.Take(size).ToList();
        return new Page<DeadLetterRow>(
            [.. page.Select(found => RowOf(found.Row, found.Number))], rows.Count > size ? Cursor.Write(page[^1].Row.DeadAt!.Value, page[^1].Row.Key) : null);
    }

    /// <summary>Sends it again, as it is or mended.</summary>
    /// <param name="payload">The mended text; null or as it was: nothing is mended.</param>
    /// <returns><c>already-handled</c>: somebody else was faster; <c>payload</c>: the mended text is wrong.</returns>
    public async Task<Outcome> ResendAsync(Reader reader, string key, string? payload, string reason, CancellationToken cancel = default) =>
        await FindAsync(reader, key, cancel) is { } row ? await ResendAsync(reader, row, payload, reason, cancel) : Missing(key);

    /// <summary>Drops it. A step that waits for it gets an incident, so that nobody forgets it.</summary>
    /// <returns><c>already-handled</c>: somebody else was faster.</returns>
    public async Task<Outcome> DropAsync(Reader reader, string key, string reason, CancellationToken cancel = default) =>
        await FindAsync(reader, key, cancel) is { } row ? await DropAsync(reader, row, reason, cancel) : Missing(key);

    internal async Task<Outcome> ResendAsync(Reader reader, OutboxRecord row, string? payload, string reason, CancellationToken cancel = default)
    {
        var text = payload?.ReplaceLineEndings("\n");
        var mended = text is not null && text != TextOf(row).ReplaceLineEndings("\n");
        if (mended && ProblemOf(row, text!) is { } problem) return new Refused("payload", problem);
        var content = mended ? Encoding.UTF8.GetBytes(text!) : row.Payload;
        var again = new RowWrite(Statements.ReviveOutbox, content, _runner.Now, null, 0L, null, row.Key);
        var outcome = await HandleAsync(reader, row, mended ? "mended" : "resent", reason, again, cancel);
        _signal.Wake();
        return outcome;
    }

    internal Task<Outcome> DropAsync(Reader reader, OutboxRecord row, string reason, CancellationToken cancel = default) =>
        HandleAsync(reader, row, "dropped", reason, new RowWrite(Statements.DropOutbox, row.Key), cancel);

    /// <summary>The row as it stands; null when the reader may not deal with it, or nobody can any more.</summary>
    internal async Task<OutboxRecord?> FindAsync(Reader reader, string key, CancellationToken cancel = default)
    {
        if (!May(reader)) return null;
        await using var context = _database.Open(new ReadScope(reader.Tenant, reader.UnitPath));
        return await (from row in Dead(context) where row.Key == key join of in context.Cases on row.CaseId equals of.Id select row).AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    private async Task<Outcome> HandleAsync(Reader reader, OutboxRecord row, string how, string reason, RowWrite change, CancellationToken cancel)
    {
        var command = new HandleDeadLetter(Actor.Staff(reader.UserId), row.Key[(row.Key.IndexOf(':', StringComparison.Ordinal) + 1)..], WhatOf(row), how, reason, JobOf(row));
        return await _runner.AdvanceAsync(row.CaseId, command, [change], cancel) switch
        {
            Ran ran => new Done(row.CaseId, ran.State.Version),
            NotRun { Code: "duplicate" } => new Refused("already-handled", $"Expected a row {row.Key} that was given up, but somebody has just dealt with it."),
            NotRun refused => new Refused(refused.Code, refused.Message),
            var other => throw new InvalidOperationException($"Expected a result, but found {other}."),
        };
    }

    private static IQueryable<OutboxRecord> Dead(CaseFlowDbContext context) => context.Outbox.Where(row => row.DeadAt != null);

    private static DeadLetterRow RowOf(OutboxRecord row, string number) => new(row.Key, number, row.Kind, WhatOf(row), row.CreatedAt, row.DeadAt!.Value, row.Attempts, row.LastError, TextOf(row));

    private static string TextOf(OutboxRecord row) => Encoding.UTF8.GetString(row.Payload);

    /// <summary>What the case must be asked about stays as it was: which effect it is, and which job it answers.</summary>
    private static string? ProblemOf(OutboxRecord row, string payload)
    {
        try
        {
            var mended = EffectJson.Read(row.Kind, Encoding.UTF8.GetBytes(payload));
            if (EffectOf(row) is not { } before) return null;
            if (mended.Key != before.Key) return $"Expected the key {before.Key}, but found {mended.Key}.";
            return (before, mended) is (RunActivity { Job: var one }, RunActivity { Job: var other }) && (one.Key, one.ElementId, one.ActivityType, one.Attempt) != (other.Key, other.ElementId, other.ActivityType, other.Attempt)
                ? "Expected the job's key, element, activity and attempt to stay as they are."
                : null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private static long? JobOf(OutboxRecord row) => EffectOf(row) is RunActivity run ? run.Job.Key : null;

    private static string WhatOf(OutboxRecord row) => EffectOf(row) switch
    {
        RunActivity run => run.Job.ActivityType,
        SendMessage send => send.Name,
        BroadcastSignal signal => signal.Name,
        _ => row.Activity.Length > 0 ? row.Activity : row.Kind,
    };

    private static Effect? EffectOf(OutboxRecord row)
    {
        try
        {
            return EffectJson.Read(row.Kind, row.Payload);
        }
        catch (FormatException)
        {
            // That may be why it could not be sent.
            return null;
        }
    }

    private static bool May(Reader reader) => reader.Is(Roles.Supervisor) || reader.Is(Roles.Admin);

    private static Refused Missing(string key) => new("not-found", $"Expected a row {key} that was given up, but there is none.");
}

/// <param name="Kind"><c>run-activity</c>, <c>send-message</c> or <c>broadcast-signal</c>.</param>
/// <param name="What">The activity's type, or the name of the message or signal.</param>
/// <param name="LastError">Why the last attempt failed.</param>
/// <param name="Payload">JSON text, to be mended.</param>
public sealed record DeadLetterRow(string Key, string CaseNumber, string Kind, string What, DateTimeOffset CreatedAt, DateTimeOffset DeadAt, int Attempts, string? LastError, string Payload);
