using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Saves drafts; of two people who save the same state, the first has their way and the second is told.</summary>
internal sealed class Drafts(Database database, TimeProvider time)
{
    public async Task<SaveOutcome> SaveAsync(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, string? basedOn, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(reader.Tenant));
        var draft = await context.FlowDrafts.SingleOrDefaultAsync(row => row.Key == flowKey, cancel);
        if (draft?.Stamp != basedOn) return await RefusalAsync(context, draft, cancel);
        var stamp = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        if (draft is null) context.FlowDrafts.Add(New(reader, flowKey, files, stamp));
        else Change(draft, reader, files, stamp);
        try
        {
            await context.SaveChangesAsync(cancel);
            return new SaveOutcome(true, stamp, null);
        }
        catch (DbUpdateException)
        {
            // Somebody saved between our reading and our writing.
            context.ChangeTracker.Clear();
            var theirs = await context.FlowDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == flowKey, cancel);
            if (theirs?.Stamp == basedOn) throw;
            return await RefusalAsync(context, theirs, cancel);
        }
    }

    private FlowDraftRecord New(Reader reader, string flowKey, IReadOnlyDictionary<string, string> files, string stamp) => new()
    {
        Tenant = reader.Tenant,
        Key = flowKey,
        Files = FlowText.Write(files, FlowText.NoPins),
        Stamp = stamp,
        SavedBy = reader.UserId,
        SavedAt = time.GetUtcNow(),
    };

    private void Change(FlowDraftRecord draft, Reader reader, IReadOnlyDictionary<string, string> files, string stamp)
    {
        draft.Files = FlowText.Write(files, FlowText.NoPins);
        draft.Stamp = stamp;
        draft.SavedBy = reader.UserId;
        draft.SavedAt = time.GetUtcNow();
    }

    private static async Task<SaveOutcome> RefusalAsync(CaseFlowDbContext context, FlowDraftRecord? theirs, CancellationToken cancel)
    {
        if (theirs is null) return new SaveOutcome(false, null, null);
        var name = await context.Users.Where(user => user.Id == theirs.SavedBy).Select(user => user.DisplayName).SingleOrDefaultAsync(cancel);
        return new SaveOutcome(false, theirs.Stamp, name ?? theirs.SavedBy);
    }
}
