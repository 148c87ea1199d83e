using System.Text;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Retention;

/// <summary>Writes cases and their documents to files before they are deleted. What it returns from is on the disk.</summary>
internal sealed class RetentionExport(Database database)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>Name of the file, a case a line as <c>caseflow export</c> writes it. Documents lie beside it, in <c>documents</c>, under their SHA-256.</returns>
    /// <exception cref="IOException">It could not be written: nothing may be deleted.</exception>
    public async Task<string> WriteAsync(string folder, RetentionRule rule, IReadOnlyList<ExpiredCase> cases, DateTimeOffset now, CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "documents"));
        await WriteDocumentsAsync(folder, [.. cases.Select(row => row.Id)], cancel);
        var safe = string.Concat($"{cases[0].Tenant}-{rule.Name}".Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        var name = $"{safe}-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{cases[0].Id:N}.jsonl";
        // A file of that name is left of a try that was cut off before anything was deleted.
        await using var file = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.None);
        foreach (var row in cases) await file.WriteAsync(Utf8.GetBytes(row.Exported!.Line() + "\n"), cancel);
        file.Flush(flushToDisk: true);
        return name;
    }

    private async Task WriteDocumentsAsync(string folder, List<Guid> cases, CancellationToken cancel)
    {
        await using var context = database.OpenUnscoped();
        var documents = await context.Documents.AsNoTracking().IgnoreQueryFilters().Where(row => row.CaseId != null && cases.Contains(row.CaseId.Value))
            .Select(row => new { row.Id, row.Sha256, row.Size }).ToListAsync(cancel);
        foreach (var document in documents)
        {
            var path = Path.Combine(folder, "documents", document.Sha256);
            if (new FileInfo(path) is { Exists: true } there && there.Length == document.Size) continue;
            var content = await context.DocumentContents.AsNoTracking().SingleAsync(row => row.DocumentId == document.Id, cancel);
            await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
            await file.WriteAsync(content.Content, cancel);
            file.Flush(flushToDisk: true);
        }
    }
}
