using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>What a case's rows keep of what is over.</summary>
internal sealed record CasePast(
    IReadOnlyList<ClockView> Clocks, IReadOnlyList<DocumentView> Documents, IReadOnlyList<LinkView> Links, IReadOnlyList<EvaluationView> Evaluations,
    IReadOnlyList<string> FinishedElements);

/// <summary>Reads what the state does not hold: stopped clocks, documents, links, evaluations, finished elements.</summary>
internal sealed class CaseHistory(FlowNames names, TimeProvider time)
{
    public async Task<CasePast> ReadAsync(CaseFlowDbContext context, OpenedCase opened, CancellationToken cancel) => new(
        await ClocksAsync(context, opened, publicOnly: false, cancel),
        await DocumentsAsync(context, opened, cancel),
        await LinksAsync(context, opened, cancel),
        await EvaluationsAsync(context, opened, cancel),
        await FinishedAsync(context, opened, cancel));

    public async Task<IReadOnlyList<ClockView>> ClocksAsync(CaseFlowDbContext context, OpenedCase opened, bool publicOnly, CancellationToken cancel)
    {
        var shown = opened.Flow.Main.Clocks.Where(clock => clock.Public).Select(clock => clock.Id).ToHashSet(StringComparer.Ordinal);
        var rows = await new CaseTables(context, opened.Archived).Clocks.Where(row => row.CaseId == opened.Id).OrderBy(row => row.ClockKey).ToListAsync(cancel);
        return [.. rows.Where(row => !publicOnly || shown.Contains(row.ClockId)).Select(row => new ClockView(
            row.ClockKey, row.ClockId, opened.Flow.ClockName(row.ClockId), row.StartedAt, row.Due, StatusOf(row), row.StoppedAt, shown.Contains(row.ClockId)))];
    }

    private string StatusOf(ClockRecord row) => row switch
    {
        { StoppedAt: { } at } => row.Met is null ? "stopped" : at > row.Due ? "breached-met" : "met",
        { PausedAt: not null } => "paused",
        _ => row.Due < time.GetUtcNow() ? "breached-running" : "running",
    };

    private static async Task<IReadOnlyList<DocumentView>> DocumentsAsync(CaseFlowDbContext context, OpenedCase opened, CancellationToken cancel)
    {
        var rows = await context.Documents.AsNoTracking().Where(row => row.CaseId == opened.Id).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancel);
        return [.. rows.Select(row => new DocumentView(
            row.Id, row.Name, row.MediaType, row.Size, row.Sha256, row.Public, row.At, row.ActorId == "reporter" ? "" : opened.Directory.NameOf(row.ActorId)))];
    }

    private async Task<IReadOnlyList<LinkView>> LinksAsync(CaseFlowDbContext context, OpenedCase opened, CancellationToken cancel)
    {
        var links = await new CaseTables(context, opened.Archived).Links.Where(link => link.CaseId == opened.Id).OrderBy(link => link.At).ToListAsync(cancel);
        var others = await LinkedCases.ReadAsync(context, [.. links.Select(link => link.OtherCaseId)], cancel);
        var rows = links.Where(link => others.ContainsKey(link.OtherCaseId)).Select(link => (link.Role, Case: others[link.OtherCaseId]));
        return [.. rows.Select(row =>
        {
            var flow = new FlowRef(row.Case.FlowKey, row.Case.FlowVersion);
            return new LinkView(row.Case.Id, row.Case.Number, row.Case.Title, row.Role, names.Flow(opened.Tenant, flow), names.Stage(opened.Tenant, flow, row.Case.Stage), row.Case.ClosedAt);
        })];
    }

    private static async Task<IReadOnlyList<EvaluationView>> EvaluationsAsync(CaseFlowDbContext context, OpenedCase opened, CancellationToken cancel)
    {
        var rows = await new CaseTables(context, opened.Archived).Evaluations.Where(row => row.CaseId == opened.Id).OrderBy(row => row.Sequence).ToListAsync(cancel);
        return [.. rows.Select(row => new EvaluationView(
            row.By, row.Of, row.Score, row.Solved, row.Comment, row.At, row.ActorId == opened.State.Facts.ReporterId ? "" : opened.Directory.NameOf(row.ActorId)))];
    }

    private static async Task<IReadOnlyList<string>> FinishedAsync(CaseFlowDbContext context, OpenedCase opened, CancellationToken cancel)
    {
        var rows = await new CaseTables(context, opened.Archived).Events.Where(row => row.CaseId == opened.Id && row.Type == "element-completed").OrderBy(row => row.Sequence)
            .Select(row => row.Payload).ToListAsync(cancel);
        return [.. rows.Select(payload => ((ElementCompleted)EventJson.Read("element-completed", payload)).ElementId).Distinct()];
    }
}
