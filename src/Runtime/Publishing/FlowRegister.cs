using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Flows: drafts, publication, versions. Publication runs every check and changes nothing when one fails.</summary>
public sealed class FlowRegister
{
    public Task<IReadOnlyList<FlowRow>> ListAsync(Reader reader, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The draft, or the newest version's files when there is no draft. Null: no such flow.</summary>
    public Task<FlowFiles?> OpenAsync(Reader reader, string flowKey, int? version = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>Saves a draft; refused (409) when someone else saved since <paramref name="basedOn"/>.</summary>
    public Task<SaveOutcome> SaveDraftAsync(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, string? basedOn, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The publication checks, without saving.</summary>
    public Task<IReadOnlyList<Problem>> CheckAsync(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<PublishOutcome> PublishAsync(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, string note, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<IReadOnlyList<VersionRow>> VersionsAsync(Reader reader, string flowKey, CancellationToken cancel = default) => throw new NotImplementedException();
}

public sealed record FlowRow(string Key, LocalText Name, string? Kind, int Version, DateTimeOffset? PublishedAt, bool HasDraft, int OpenCases);

/// <param name="Stamp">Names this state of the draft; pass it back when saving.</param>
public sealed record FlowFiles(string Key, int Version, bool IsDraft, string? Stamp, IReadOnlyDictionary<string, string> Files);

public sealed record SaveOutcome(bool Saved, string? Stamp, string? SavedByOther);

/// <param name="Version">Null when refused.</param>
public sealed record PublishOutcome(int? Version, IReadOnlyList<Problem> Problems);

public sealed record VersionRow(int Version, DateTimeOffset PublishedAt, string PublishedBy, string Note, string Sha256, int OpenCases);
