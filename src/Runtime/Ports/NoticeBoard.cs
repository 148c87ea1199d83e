using CaseFlow.Activities.Ports;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ports;

internal sealed class NoticeBoard(Database database, CaseRunner runner) : INoticeBoard
{
    public async Task WriteAsync(string key, string tenant, Guid caseId, string text, string? english, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        if (await context.Notices.AnyAsync(notice => notice.Id == key, cancel)) return;
        context.Notices.Add(new NoticeRecord { Id = key, Tenant = tenant, CaseId = caseId, At = runner.Now, Text = text, English = english });
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another run of the same attempt wrote it in between.
            context.ChangeTracker.Clear();
            if (!await context.Notices.AnyAsync(notice => notice.Id == key, cancel)) throw;
        }
    }
}
