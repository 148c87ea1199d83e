using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Publishing;

/// <param name="Version">The newest; 0 when it was never published.</param>
public sealed record FlowRow(string Key, LocalText Name, string? Kind, int Version, DateTimeOffset? PublishedAt, bool HasDraft, int OpenCases);

/// <param name="Stamp">Names this state of the draft; pass it back when saving.</param>
public sealed record FlowFiles(string Key, int Version, bool IsDraft, string? Stamp, IReadOnlyDictionary<string, string> Files);

public sealed record SaveOutcome(bool Saved, string? Stamp, string? SavedByOther);

/// <param name="Version">Null when refused.</param>
public sealed record PublishOutcome(int? Version, IReadOnlyList<Problem> Problems);

/// <param name="Tag">The version tag by which callers may ask for it; null: none.</param>
public sealed record VersionRow(int Version, DateTimeOffset PublishedAt, string PublishedBy, string Note, string Sha256, int OpenCases, string? Tag = null);
