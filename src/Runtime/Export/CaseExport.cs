using System.Runtime.CompilerServices;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
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
        var last = Guid.Empty;
        while (true)
        {
            await using var context = _database.Open(ReadScope.Whole(tenant));
            var page = await PageAsync(context, flow, last, cancel);
            if (page.Count == 0) yield break;
            foreach (var row in page)
                if (await ReadAsync(context, row, cancel) is { } exported)
                    yield return exported;
            last = page[^1].Id;
        }
    }

    /// <summary>One question for both places: a case that moves from one to the other meanwhile is neither missed nor met twice.</summary>
    private static async Task<List<Head>> PageAsync(CaseFlowDbContext context, string? flow, Guid last, CancellationToken cancel) =>
        await Heads(new CaseTables(context, false), flow, last).Concat(Heads(new CaseTables(context, true), flow, last)).OrderBy(row => row.Id).Take(CasesAtOnce).ToListAsync(cancel);

    private static IQueryable<Head> Heads(CaseTables tables, string? flow, Guid last) =>
        tables.Cases.Where(row => row.Id.CompareTo(last) > 0 && (flow == null || row.FlowKey == flow)).OrderBy(row => row.Id).Take(CasesAtOnce).Select(row => new Head
        {
            Id = row.Id,
            Number = row.Number,
            FlowKey = row.FlowKey,
            FlowVersion = row.FlowVersion,
            Version = row.Version,
            HeadHash = row.HeadHash,
        });

    /// <summary>Null: a retention rule deleted it meanwhile.</summary>
    private static async Task<ExportedCase?> ReadAsync(CaseFlowDbContext context, Head row, CancellationToken cancel)
    {
        // Twice at the first place: the case may move between the looks.
        foreach (var archived in new[] { false, true, false })
        {
            var events = await new CaseTables(context, archived).Events.Where(e => e.CaseId == row.Id && e.Sequence <= row.Version).OrderBy(e => e.Sequence).ToListAsync(cancel);
            if (events.Count > 0) return new ExportedCase(row.Id, row.Number, new FlowRef(row.FlowKey, row.FlowVersion), row.Version, row.HeadHash, events);
        }

        return null;
    }

    private sealed record Head
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string FlowKey { get; init; }

        public required int FlowVersion { get; init; }

        public required long Version { get; init; }

        public required byte[] HeadHash { get; init; }
    }
}
