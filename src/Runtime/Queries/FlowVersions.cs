using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>Which version a case was on when: names of steps are those of the version in which they were done.</summary>
internal sealed class FlowVersions
{
    private readonly FlowRef _now;
    private readonly List<(long Sequence, FlowRef From)> _moves;

    private FlowVersions(FlowRef now, List<(long Sequence, FlowRef From)> moves) => (_now, _moves) = (now, moves);

    /// <summary>The version before the event; the move itself is told in the old one's words.</summary>
    public FlowRef At(long sequence) => _moves.Find(move => sequence <= move.Sequence).From ?? _now;

    public static async Task<FlowVersions> ReadAsync(CaseFlowDbContext context, OpenedCase opened, CancellationToken cancel)
    {
        var rows = await new CaseTables(context, opened.Archived).Events.Where(row => row.CaseId == opened.Id && row.Type == "case-migrated").OrderBy(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Payload }).ToListAsync(cancel);
        return new FlowVersions(opened.State.Flow,
        [
            .. rows.Select(row => (row.Sequence, Moved: (CaseMigrated)EventJson.Read("case-migrated", row.Payload)))
                .Where(row => row.Moved.Processes.Any(process => process.Key == 0)).Select(row => (row.Sequence, row.Moved.From)),
        ]);
    }
}
