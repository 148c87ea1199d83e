using System.Runtime.CompilerServices;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Export;

/// <summary>Reads a tenant's cases out of a database, one by one. Only reads. The person register is apart, and stays there: events name people by id.</summary>
public sealed class CaseExport
{
    private const int CasesAtOnce = 200;

    private readonly Database _database;

    internal CaseExport(Database database) => _database = database;

    /// <param name="flow">A flow's key; null: those of all flows.</param>
    public async IAsyncEnumerable<ExportedCase> ReadAsync(string tenant, string? flow, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        var last = Guid.Empty;
        while (true)
        {
            var page = await context.Cases.AsNoTracking().Where(row => row.Id.CompareTo(last) > 0 && (flow == null || row.FlowKey == flow)).OrderBy(row => row.Id).Take(CasesAtOnce)
                .Select(row => new { row.Id, row.Number, row.FlowKey, row.FlowVersion, row.Version, row.HeadHash }).ToListAsync(cancel);
            if (page.Count == 0) yield break;
            foreach (var row in page)
            {
                var events = await context.CaseEvents.AsNoTracking().Where(e => e.CaseId == row.Id && e.Sequence <= row.Version).OrderBy(e => e.Sequence).ToListAsync(cancel);
                yield return new ExportedCase(row.Id, row.Number, new FlowRef(row.FlowKey, row.FlowVersion), row.Version, row.HeadHash, events);
            }

            last = page[^1].Id;
        }
    }
}
