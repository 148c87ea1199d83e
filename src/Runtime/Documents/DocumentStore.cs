using System.Security.Cryptography;
using CaseFlow.Engine.Cases;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Commits;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Documents;

/// <summary>
/// Stores documents. A file is first put aside, checked; a command of its case then names it, and the same commit ties it to the case.
/// What nobody names within a day is deleted.
/// </summary>
public sealed class DocumentStore
{
    private static readonly TimeSpan KeptAside = TimeSpan.FromDays(1);

    private static readonly Statement Tie = Statement.UpdateWhere(
        "documents", "case_id is null", 1, ("case_id", StoredType.Id), ("public", StoredType.Truth), ("id", StoredType.Id));

    private readonly Database _database;
    private readonly DocumentOptions _options;
    private readonly TimeProvider _time;

    internal DocumentStore(Database database, DocumentOptions options, TimeProvider time)
    {
        _database = database;
        _options = options;
        _time = time;
    }

    /// <summary>Checks a file and puts it aside for a request or a form's file field, whose value is then the id.</summary>
    /// <param name="actorId">Who sends it: a user's id, or <c>reporter</c>.</param>
    public async Task<StageOutcome> StageAsync(string tenant, string actorId, string fileName, Stream content, CancellationToken cancel = default)
    {
        if (await ReadAsync(content, cancel) is not { } bytes)
            return new NotStaged(new Refused("file-too-large", $"Expected a file of at most {_options.MaxSize} bytes, but {fileName} is larger."));
        if (FileSniffer.Sniff(bytes) is not { } kind)
            return new NotStaged(new Refused("file-type-refused", $"Expected a picture, PDF, Word, Excel or text file or an MP4 video, but {fileName} is none of these."));
        var record = Record(tenant, actorId, FileNames.Clean(fileName, kind), kind, bytes);
        await using var context = _database.Open(ReadScope.Whole(tenant));
        context.Documents.Add(record);
        context.DocumentContents.Add(new DocumentContentRecord { DocumentId = record.Id, Content = bytes });
        await context.SaveChangesAsync(cancel);
        return new Staged(record.Id, record.Name, record.MediaType, record.Size);
    }

    /// <summary>Deletes what was put aside and never named. Returns how many.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancel = default)
    {
        var before = _time.GetUtcNow() - KeptAside;
        await using var context = _database.OpenUnscoped();
        return await context.Documents.IgnoreQueryFilters().Where(row => row.CaseId == null && row.At < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Documents put aside in the tenant, by their ids; those that aren't there are left out.</summary>
    internal async Task<IReadOnlyList<DocumentFacts>> StagedAsync(string tenant, IReadOnlyCollection<Guid> ids, bool isPublic, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        await using var context = _database.Open(ReadScope.Whole(tenant));
        return await context.Documents.Where(row => row.CaseId == null && ids.Contains(row.Id)).OrderBy(row => row.Id)
            .Select(row => new DocumentFacts(row.Id, row.Name, row.MediaType, row.Size, row.Sha256, isPublic)).ToListAsync(cancel);
    }

    /// <summary>To be written with the command that attaches it.</summary>
    internal static RowWrite TieTo(Guid caseId, DocumentFacts document) => new(Tie, caseId, document.Public, document.Id);

    private DocumentRecord Record(string tenant, string actorId, string name, FileKind kind, byte[] content) => new()
    {
        Id = Guid.CreateVersion7(_time.GetUtcNow()),
        Tenant = tenant,
        Name = name,
        MediaType = kind.MediaType,
        Size = content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        Public = false,
        At = _time.GetUtcNow(),
        ActorId = actorId,
    };

    /// <summary>The content; null when it is longer than allowed, of which no more is read than that.</summary>
    private async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = await content.ReadAsync(buffer, cancel); read > 0; read = await content.ReadAsync(buffer, cancel))
        {
            if (held.Length + read > _options.MaxSize) return null;
            held.Write(buffer, 0, read);
        }

        return held.ToArray();
    }
}

public abstract record StageOutcome
{
    private protected StageOutcome()
    {
    }
}

/// <param name="Size">Bytes.</param>
public sealed record Staged(Guid Id, string Name, string MediaType, long Size) : StageOutcome;

/// <summary>Too large, or of a kind that isn't taken.</summary>
public sealed record NotStaged(Refused Refusal) : StageOutcome;
