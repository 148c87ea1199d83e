using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Archive;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Queries;

/// <summary>A case as its reporter sees it: nothing internal, nobody's name.</summary>
internal sealed class PublicViews(Database database, OpenWork work, CaseHistory history)
{
    public async Task<PublicCase> BuildAsync(OpenedCase opened, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(opened.Tenant));
        var (state, flow) = (opened.State, opened.Flow.Main);
        var closedAt = await new CaseTables(context, opened.Archived).Cases.Where(row => row.Id == opened.Id).Select(row => row.ClosedAt).SingleOrDefaultAsync(cancel);
        return new PublicCase(
            opened.Id, state.Facts.Number, state.Facts.Kind, flow.Name, (state.Variables.Find("title") as FeelString)?.Value, state.Facts.ReceivedAt, closedAt,
            opened.Flow.ClosureName(state.Closure), opened.Unit.Name, Stages.Of(opened), await history.ClocksAsync(context, opened, publicOnly: true, cancel),
            await PublicEntries.ReadAsync(context, opened, cancel), await work.QuestionsAsync(opened, cancel), await work.ReporterActionsAsync(opened, cancel));
    }
}
