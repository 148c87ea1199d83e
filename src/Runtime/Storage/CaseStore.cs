using CaseFlow.Engine.State;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage.Commits;
using Microsoft.Extensions.Caching.Memory;

namespace CaseFlow.Runtime.Storage;

/// <summary>Loads cases and commits their steps. Keeps the states of busy cases, each with the version it was read at.</summary>
internal sealed class CaseStore(ICaseDatabase database, CaseArchive archive) : IDisposable
{
    private const long KeptBytes = 192 * 1024 * 1024;

    /// <summary>A state takes about so many bytes of memory for each of its snapshot: measured by the benchmark `growth`.</summary>
    private const int BytesOfSnapshotByte = 3;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = KeptBytes });

    /// <summary>The case; null when there is none.</summary>
    /// <param name="fresh">False: the kept state will do, which another node may have overtaken. A commit finds that out; an answer "no" needs a fresh one.</param>
    public async Task<LoadedCase?> LoadAsync(Guid caseId, bool fresh, CancellationToken cancel = default)
    {
        if (!fresh && _cache.TryGetValue(caseId, out LoadedCase? kept)) return kept;
        var stored = await database.ReadAsync(caseId, cancel);
        var archived = stored is null ? await archive.ReadAsync(caseId, cancel) : null;
        // The last look: it may have been brought back between the first two.
        stored ??= archived ?? await database.ReadAsync(caseId, cancel);
        if (stored is null) return null;
        var loaded = new LoadedCase(CaseSnapshot.Read(stored.Snapshot), stored.HeadHash) { Archived = archived is not null };
        Keep(loaded, stored.Snapshot.Length);
        return loaded;
    }

    /// <summary>Reads those of the cases that are not kept, so that <see cref="LoadAsync"/> finds them. What can't be read now, <see cref="LoadAsync"/> reads by itself.</summary>
    public async Task WarmAsync(IReadOnlyCollection<Guid> cases, CancellationToken cancel = default)
    {
        var missing = cases.Where(caseId => !_cache.TryGetValue(caseId, out _)).ToList();
        if (missing.Count == 0) return;
        try
        {
            foreach (var (_, stored) in await database.ReadManyAsync(missing, cancel)) TryKeep(stored);
        }
        catch (Exception e) when (StorageFaults.IsUnavailable(e))
        {
            // Whoever claimed these cases must still get to work on them, or give them back.
        }
    }

    /// <summary>Puts an archived case back among those that are worked on, so that a step can be committed to it.</summary>
    public Task BringBackAsync(Guid caseId, CancellationToken cancel) => archive.BringBackAsync(caseId, cancel);

    /// <param name="after">The state the commit leads to.</param>
    public async Task<CommitResult> CommitAsync(CaseCommit commit, CaseState after, CancellationToken cancel = default)
    {
        var result = await database.CommitAsync(commit, cancel);
        if (result is CommitResult.Committed) Keep(new LoadedCase(after, commit.HeadHash), commit.SnapshotSize);
        else Forget(commit.CaseId);
        return result;
    }

    /// <summary>The next load reads the database.</summary>
    public void Forget(Guid caseId) => _cache.Remove(caseId);

    public void Dispose() => _cache.Dispose();

    /// <summary>A state that can't be read is told to whoever loads that case; the others are kept.</summary>
    private void TryKeep(StoredCase stored)
    {
        try
        {
            Keep(new LoadedCase(CaseSnapshot.Read(stored.Snapshot), stored.HeadHash), stored.Snapshot.Length);
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException)
        {
        }
    }

    private void Keep(LoadedCase loaded, int size) => _cache.Set(loaded.State.CaseId, loaded, new MemoryCacheEntryOptions { Size = (long)size * BytesOfSnapshotByte });
}
