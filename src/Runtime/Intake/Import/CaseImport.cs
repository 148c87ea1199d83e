using CaseFlow.Engine;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Intake.Import;

/// <summary>
/// Starts a case a row of a CSV file, through the same door as every other request. Reads the file in chunks, so that memory does not grow with it;
/// run again, it starts nothing twice.
/// </summary>
public sealed class CaseImport
{
    private const int Chunk = 256;

    private readonly Database _database;
    private readonly IntakeDesk _desk;

    internal CaseImport(Database database, IntakeDesk desk) => (_database, _desk) = (database, desk);

    /// <exception cref="FormatException">The file or map can't be used at all: no row has been started because of it, except those before a quote that is never closed.</exception>
    public async Task<ImportCounts> RunAsync(string tenant, Stream csv, ImportMap map, ImportOptions options, CancellationToken cancel = default)
    {
        using var file = await CsvFile.OpenAsync(csv, map, cancel);
        var run = new Run(tenant, map, new RowMapper(map, file.Header), new RefusedRows(options.Refused, file.Header), new Tally(options.Progress));
        await DemandFlowAsync(tenant, map, cancel);
        var chunk = new List<ImportRow>(Chunk);
        while (await file.NextAsync(cancel) is { } row)
        {
            chunk.Add(row);
            if (chunk.Count == Chunk) await StartAsync(run, chunk, options.Degree, cancel);
        }

        await StartAsync(run, chunk, options.Degree, cancel);
        return run.Tally.Counts;
    }

    private async Task StartAsync(Run run, List<ImportRow> chunk, int degree, CancellationToken cancel)
    {
        var mapped = chunk.Select(row => (Row: row, Mapped: Map(run, row))).Where(entry => entry.Mapped is not null).ToList();
        var known = await KnownAsync(run, [.. mapped.Select(entry => entry.Mapped!.ExternalId)], cancel);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = degree, CancellationToken = cancel };
        await Parallel.ForEachAsync(mapped, parallel, async (entry, token) =>
        {
            if (known.Contains(entry.Mapped!.ExternalId)) run.Tally.Existing();
            else await StartAsync(run, entry.Row, entry.Mapped, token);
        });
        run.Tally.Report();
        chunk.Clear();
    }

    private async Task StartAsync(Run run, ImportRow row, MappedRow mapped, CancellationToken cancel)
    {
        switch (await _desk.SubmitAsync(RequestOf(run, mapped), cancel))
        {
            case Received:
                run.Tally.Started();
                break;
            case AlreadyReceived:
                run.Tally.Existing();
                break;
            case NotReceived { Refusal: var refusal }:
                Refuse(run, row, ReasonOf(refusal));
                break;
        }
    }

    private static IntakeRequest RequestOf(Run run, MappedRow row)
    {
        var fresh = run.Map.Clocks == ImportClocks.FromImport;
        return new IntakeRequest(
            run.Tenant, run.Map.Flow, run.Map.Channel, new Actor(ActorKind.Import, run.Map.Source), row.Values, row.Unit,
            new ExternalId(run.Map.Source, row.ExternalId), fresh ? null : row.OriginalTime)
        {
            Kind = row.Kind,
            WithFollowCode = false,
            IsNew = true,
            Variables = fresh && row.OriginalTime is { } time ? FeelContext.Empty.With("originallyReceivedAt", FeelDateTime.From(time)) : FeelContext.Empty,
        };
    }

    private static MappedRow? Map(Run run, ImportRow row)
    {
        try
        {
            return run.Mapper.Map(row);
        }
        catch (RowRefusedException error)
        {
            Refuse(run, row, error.Message);
            return null;
        }
    }

    private static void Refuse(Run run, ImportRow row, string reason)
    {
        run.Tally.Refused();
        run.Refused.Add(row, reason);
    }

    /// <summary>One question for a whole chunk: a file that was imported before is passed over quickly.</summary>
    private async Task<HashSet<string>> KnownAsync(Run run, List<string> ids, CancellationToken cancel)
    {
        await using var context = _database.Open(ReadScope.Whole(run.Tenant));
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tables in CaseTables.Both(context))
            known.UnionWith(await tables.Cases.Where(row => row.ExternalSource == run.Map.Source && ids.Contains(row.ExternalId!)).Select(row => row.ExternalId!).ToListAsync(cancel));
        return known;
    }

    private async Task DemandFlowAsync(string tenant, ImportMap map, CancellationToken cancel)
    {
        await using var context = _database.Open(ReadScope.Whole(tenant));
        var flows = await context.Flows.Select(flow => flow.Key).ToListAsync(cancel);
        if (!flows.Contains(map.Flow)) throw new FormatException($"Expected a published flow, but {map.Flow} is not one of {string.Join(", ", flows)}.");
    }

    private static string ReasonOf(Refused refusal) => refusal.Errors.IsDefaultOrEmpty
        ? refusal.Message
        : string.Join("; ", refusal.Errors.Select(error => error.Limit is null ? $"{error.Field}: {error.Code}" : $"{error.Field}: {error.Code} ({error.Limit})"));

    private sealed record Run(string Tenant, ImportMap Map, RowMapper Mapper, RefusedRows Refused, Tally Tally);
}
