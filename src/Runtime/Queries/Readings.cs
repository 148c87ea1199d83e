using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Queries;

/// <summary>Logs who read which case and whose personal data, and why.</summary>
internal sealed class Readings(Database database, TimeProvider time)
{
    /// <summary>The purpose of opening a case's page, on which personal data is masked.</summary>
    public const string Page = "case-page";

    /// <summary>The purpose of looking for a person's cases by phone or name.</summary>
    public const string Search = "search";

    /// <summary>That somebody looked for these people and found cases of theirs.</summary>
    public async Task LogSearchAsync(Reader reader, IReadOnlyList<string> personIds, CancellationToken cancel)
    {
        if (personIds.Count == 0) return;
        var now = time.GetUtcNow();
        await using var context = database.Open(ReadScope.Whole(reader.Tenant));
        context.PersonReads.AddRange(personIds.Select(id => new PersonReadRecord
        {
            Id = Guid.CreateVersion7(now),
            Tenant = reader.Tenant,
            At = now,
            ReaderId = reader.UserId,
            ReaderName = reader.DisplayName,
            PersonId = id,
            Purpose = Search,
        }));
        await context.SaveChangesAsync(cancel);
    }

    public async Task LogAsync(Reader reader, OpenedCase opened, string purpose, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(reader.Tenant));
        context.PersonReads.Add(new PersonReadRecord
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Tenant = reader.Tenant,
            At = time.GetUtcNow(),
            ReaderId = reader.UserId,
            ReaderName = reader.DisplayName,
            PersonId = opened.State.Facts.ReporterId,
            CaseId = opened.Id,
            CaseNumber = opened.State.Facts.Number,
            Purpose = purpose.Length > 200 ? purpose[..200] : purpose,
        });
        await context.SaveChangesAsync(cancel);
    }
}
