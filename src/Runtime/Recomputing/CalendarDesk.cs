using CaseFlow.Engine;
using CaseFlow.Engine.Clocks;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>Where an admin changes working calendars, has clocks follow their flow's settings, and sees how far the new due times have come.</summary>
public sealed class CalendarDesk
{
    /// <summary>The office act of a change; its subject is the calendar's id.</summary>
    internal const string Changed = "calendar-changed";

    private const int MostShown = 20;

    private readonly Database _database;
    private readonly CalendarLibrary _library;
    private readonly CaseRunner _runner;
    private readonly UnitDirectory _directory;
    private readonly CalendarPreviews _previews;

    internal CalendarDesk(Database database, CalendarLibrary library, CaseRunner runner, UnitDirectory directory, CalendarPreviews previews) =>
        (_database, _library, _runner, _directory, _previews) = (database, library, runner, directory, previews);

    /// <summary>The tenant's calendar files by id.</summary>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public async Task<IReadOnlyList<CalendarRow>> ListAsync(Reader reader, CancellationToken cancel = default)
    {
        Demand(reader);
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        return await context.Calendars.AsNoTracking().OrderBy(row => row.Id).Select(row => new CalendarRow(row.Id, row.Content, row.IsDefault)).ToListAsync(cancel);
    }

    /// <summary>The last changes for which clocks were worked out anew, the newest first.</summary>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public async Task<IReadOnlyList<RecomputationRow>> RecomputationsAsync(Reader reader, CancellationToken cancel = default)
    {
        Demand(reader);
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        var rows = await context.Recomputations.AsNoTracking().OrderByDescending(row => row.RequestedAt).ThenByDescending(row => row.Id).Take(MostShown).ToListAsync(cancel);
        var directory = await _directory.SnapshotAsync(reader.Tenant, cancel);
        return [.. rows.Select(row => new RecomputationRow(
            row.Id, row.Calendar, row.FlowKey, row.Reason, directory.NameOf(row.ActorId), row.RequestedAt, row.CasesToSee, row.CasesSeen, row.CasesChanged, row.ClocksChanged,
            row.CasesFailed, row.LastError, row.FinishedAt))];
    }

    /// <summary>What saving that content would do.</summary>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public async Task<CalendarPreview> PreviewAsync(Reader reader, string id, string content, CancellationToken cancel = default)
    {
        Demand(reader);
        if (ProblemOf(id, content) is { } problem) return CalendarPreview.Refused(problem);
        try
        {
            return await _previews.OfAsync(reader.Tenant, id, content, cancel);
        }
        catch (CalendarFormatException e)
        {
            return CalendarPreview.Refused(CalendarRefusal.Of(e));
        }
    }

    /// <summary>Changes a calendar file, or adds one. Open clocks that follow it get new due times in the background.</summary>
    /// <param name="basedOn">The content that was changed, as it was shown; null: a new file. When somebody else changed it meanwhile, nothing is done.</param>
    /// <param name="reason">Stands on the timeline of each case whose due time moves.</param>
    /// <returns>What is wrong, with its place in the file; null: done.</returns>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public async Task<CalendarRefusal?> SaveAsync(Reader reader, string id, string content, string? basedOn, string reason, CancellationToken cancel = default)
    {
        Demand(reader);
        if (string.IsNullOrWhiteSpace(reason)) return new CalendarRefusal("reason-missing", "Expected a reason for the change, but there is none.");
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        var rows = await context.Calendars.ToListAsync(cancel);
        var row = rows.FirstOrDefault(known => known.Id == id);
        if (row?.Content != basedOn) return ChangedMeanwhile(id);
        if (content == row?.Content) return null;
        if (ProblemOf(id, content) is { } problem) return problem;
        if (row is null) context.Calendars.Add(row = new CalendarRecord { Tenant = reader.Tenant, Id = id, Content = content, IsDefault = false });
        row.Content = content;
        try
        {
            CalendarChanges.AddTo(context, [.. rows.Where(known => known.Id != id), row], row, Actor.Staff(reader.UserId), reason.Trim(), _runner.Now);
        }
        catch (CalendarFormatException e)
        {
            return CalendarRefusal.Of(e);
        }

        context.OfficeActs.Add(OfficeAct(reader, Changed, id, reason));
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (!cancel.IsCancellationRequested)
        {
            if (e is not DbUpdateConcurrencyException && await StoredAsync(reader, id, cancel) == basedOn) throw;
            return ChangedMeanwhile(id);
        }

        _library.Forget(reader.Tenant);
        return null;
    }

    /// <summary>Has the open clocks of the flow's running cases follow the settings of the version each case is on.</summary>
    /// <exception cref="ArgumentException">No reason.</exception>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public async Task FollowSettingsAsync(Reader reader, string flowKey, string reason, CancellationToken cancel = default)
    {
        Demand(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        context.Recomputations.Add(CalendarChanges.New(reader.Tenant, Actor.Staff(reader.UserId), reason.Trim(), _runner.Now, null, null, flowKey));
        context.OfficeActs.Add(OfficeAct(reader, "clocks-recomputed", flowKey, reason));
        await context.SaveChangesAsync(cancel);
    }

    private static CalendarRefusal ChangedMeanwhile(string id) => new("changed-meanwhile", $"Expected calendar {id} as it was shown, but somebody has changed it meanwhile.");

    /// <summary>The file's text; null: there is none.</summary>
    private async Task<string?> StoredAsync(Reader reader, string id, CancellationToken cancel)
    {
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        return await context.Calendars.Where(row => row.Id == id).Select(row => row.Content).SingleOrDefaultAsync(cancel);
    }

    private static CalendarRefusal? ProblemOf(string id, string content)
    {
        try
        {
            var own = CalendarReader.Read(content, id) is OfficeCalendarFile office ? office.Calendar.Id : ((HolidayListFile)CalendarReader.Read(content, id)).List.Id;
            return own == id ? null : CalendarRefusal.Of(new CalendarFormatException(id, "$.id", $"Expected '{id}', but found '{own}'."));
        }
        catch (CalendarFormatException e)
        {
            return CalendarRefusal.Of(e);
        }
    }

    private OfficeActRecord OfficeAct(Reader reader, string act, string subject, string reason) =>
        OfficeActRecord.Of(reader.Tenant, reader.UserId, act, subject, reason, _runner.Now);

    private static void Demand(Reader reader)
    {
        if (!reader.Is(Roles.Admin)) throw new UnauthorizedAccessException($"Expected the role {Roles.Admin} for calendars, but {reader.UserId} does not have it.");
    }
}

/// <param name="Content">The file's text.</param>
public sealed record CalendarRow(string Id, string Content, bool IsDefault);

/// <param name="Code"><c>reason-missing</c>, <c>changed-meanwhile</c> or <c>calendar</c>.</param>
/// <param name="Path">Where the file is wrong, as a JSON path; null: not the file's fault.</param>
public sealed record CalendarRefusal(string Code, string Message, string? Path = null)
{
    internal static CalendarRefusal Of(CalendarFormatException fault) => new("calendar", fault.Message, fault.Path);
}

/// <param name="Calendar">The file that was changed; null: clocks follow the settings of <paramref name="FlowKey"/>.</param>
/// <param name="By">Who changed it.</param>
/// <param name="CasesToSee">Cases with open clocks when it began; null: it has not begun.</param>
/// <param name="LastError">Why the last of the failed cases kept its due times.</param>
public sealed record RecomputationRow(
    Guid Id, string? Calendar, string? FlowKey, string Reason, string? By, DateTimeOffset RequestedAt, int? CasesToSee, int CasesSeen, int CasesChanged, int ClocksChanged,
    int CasesFailed, string? LastError, DateTimeOffset? FinishedAt);
