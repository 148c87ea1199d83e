using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Reading cases: lists, one case whole, its timeline. What is outside the reader's scope is as if it weren't there.</summary>
public sealed class CaseQueries
{
    private readonly Database _database;
    private readonly CaseAccess _access;
    private readonly CaseLists _lists;
    private readonly CaseViews _views;
    private readonly Timeline _timeline;
    private readonly Readings _readings;

    internal CaseQueries(Database database, CaseAccess access, CaseLists lists, CaseViews views, Timeline timeline, Readings readings) =>
        (_database, _access, _lists, _views, _timeline, _readings) = (database, access, lists, views, timeline, readings);

    /// <summary>Open cases due first, others newest first.</summary>
    public Task<Page<CaseRow>> ListAsync(Reader reader, CaseFilter filter, string? after = null, int size = 50, CancellationToken cancel = default) =>
        _lists.PageAsync(reader, filter, after, size, cancel);

    /// <summary>One case for its page; null when there is none in the reader's scope. The reading is logged.</summary>
    public async Task<CaseView?> FindAsync(Reader reader, string number, CancellationToken cancel = default)
    {
        if (await _access.IdAsync(reader.Tenant, number.Trim(), cancel) is not { } id || await _access.OpenAsync(reader, id, fresh: true, cancel) is not { } opened) return null;
        await _readings.LogAsync(reader, opened, Readings.Page, cancel);
        return await _views.BuildAsync(reader, opened, cancel);
    }

    /// <summary>The case once more for a page that has it open; that is no new reading. Null when it has left the reader's scope.</summary>
    public async Task<CaseView?> ReadAgainAsync(Reader reader, Guid caseId, CancellationToken cancel = default) =>
        await _access.OpenAsync(reader, caseId, fresh: true, cancel) is { } opened ? await _views.BuildAsync(reader, opened, cancel) : null;

    /// <summary>The case's events in order, newest last, from a sequence number on. Empty when it is not in scope.</summary>
    public async Task<IReadOnlyList<TimelineRow>> TimelineAsync(Reader reader, Guid caseId, long from = 0, int size = 500, CancellationToken cancel = default) =>
        await _access.OpenAsync(reader, caseId, fresh: false, cancel) is { } opened ? await _timeline.ReadAsync(opened, from, size, cancel) : [];

    /// <summary>Name, phone and address of the reporter, unmasked, for a stated purpose; logged. Null: not in scope, nobody, or no purpose.</summary>
    public async Task<PersonView?> RevealReporterAsync(Reader reader, Guid caseId, string purpose, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(purpose) || await _access.OpenAsync(reader, caseId, fresh: false, cancel) is not { } opened) return null;
        // Logged before it is shown: a reading that fails to be logged must not happen.
        await _readings.LogAsync(reader, opened, purpose.Trim(), cancel);
        return await _views.ReporterAsync(opened, masked: false, cancel);
    }

    public async Task<DocumentContent?> DocumentAsync(Reader reader, Guid documentId, CancellationToken cancel = default)
    {
        await using var context = _database.Open(ReadScope.Whole(reader.Tenant));
        var found = await context.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == documentId && row.CaseId != null, cancel);
        if (found is null || await _access.OpenAsync(reader, found.CaseId!.Value, fresh: true, cancel) is null) return null;
        var content = await context.DocumentContents.AsNoTracking().SingleAsync(row => row.DocumentId == documentId, cancel);
        return new DocumentContent(found.Name, found.MediaType, content.Content);
    }
}
