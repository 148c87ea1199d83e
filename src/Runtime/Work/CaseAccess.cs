using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Work;

/// <summary>Opens cases for those who may see them: the one door of queries and commands of people.</summary>
internal sealed class CaseAccess(Database database, CaseStore store, FlowLibrary flows, UnitDirectory directory)
{
    /// <summary>Null: there is none, or it is not for this reader; nobody is told which.</summary>
    /// <param name="fresh">False: the state kept in memory will do, since the command's commit checks it.</param>
    public async Task<OpenedCase?> OpenAsync(Reader reader, Guid caseId, bool fresh, CancellationToken cancel)
    {
        var opened = await OpenAsync(reader.Tenant, caseId, fresh, cancel);
        if (opened is not null && !opened.MayRead(reader) && !fresh) opened = await OpenAsync(reader.Tenant, caseId, true, cancel);
        return opened?.MayRead(reader) == true ? opened : null;
    }

    /// <summary>Without a reader: for the reporter, whose code opens it.</summary>
    public async Task<OpenedCase?> OpenAsync(string tenant, Guid caseId, bool fresh, CancellationToken cancel)
    {
        if (await store.LoadAsync(caseId, fresh, cancel) is not { } loaded || loaded.State.Facts.Tenant != tenant) return null;
        var snapshot = await directory.SnapshotAsync(tenant, cancel);
        return new OpenedCase(loaded.State, new CasePackages(flows, loaded.State), snapshot, UnitOf(loaded, snapshot.Tree)) { Archived = loaded.Archived };
    }

    /// <summary>The case with that number, whether or not anybody may see it.</summary>
    public async Task<Guid?> IdAsync(string tenant, string number, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        foreach (var tables in CaseTables.Both(context))
            if (await tables.Cases.Where(row => row.Number == number).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancel) is { } id)
                return id;
        return null;
    }

    private static UnitRow UnitOf(LoadedCase loaded, UnitTree tree) =>
        tree.Find(CaseColumns.UnitOf(loaded.State)) ?? tree.Root ?? new UnitRow("", null, "", "district", new Engine.Model.LocalText(""));
}
