using System.Text;
using CaseFlow.Engine;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>A case's events for people to read.</summary>
internal sealed class Timeline(Database database, FlowNames names)
{
    public async Task<IReadOnlyList<TimelineRow>> ReadAsync(OpenedCase opened, long from, int size, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(opened.Tenant));
        var rows = await new CaseTables(context, opened.Archived).Events.Where(row => row.CaseId == opened.Id && row.Sequence >= from).OrderBy(row => row.Sequence).Take(size).ToListAsync(cancel);
        var versions = await FlowVersions.ReadAsync(context, opened, cancel);
        return [.. rows.Select(row => Read(opened, row, versions.At(row.Sequence)))];
    }

    /// <summary>A member of staff by name, the reporter by nothing (the page says "the reporter"), anything else by its own word.</summary>
    public static string ActorName(DirectorySnapshot directory, ActorKind kind, string id) => kind switch
    {
        ActorKind.Staff => directory.NameOf(id),
        ActorKind.Reporter => "",
        _ => id,
    };

    private TimelineRow Read(OpenedCase opened, CaseEventRecord row, FlowRef flow)
    {
        var @event = EventJson.Read(row.Type, row.Payload);
        return new TimelineRow(
            row.Sequence, row.At, row.ActorKind.ToString(), ActorName(opened.Directory, row.ActorKind, row.ActorId), row.Cause, row.Type,
            EventSubject.Of(@event, names, opened.Tenant, flow), EventReason.Of(@event, opened.Directory), Encoding.UTF8.GetString(row.Payload), Convert.ToHexStringLower(row.Hash));
    }
}
