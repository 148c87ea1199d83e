using CaseFlow.Activities.Ports;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Ports;

internal sealed class EvaluationBook(Database database) : IEvaluationBook
{
    public async Task<ReporterEvaluation?> LatestAsync(string tenant, Guid caseId, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        return await context.Evaluations.Where(row => row.CaseId == caseId && row.By == "reporter" && row.Of == "outcome")
            .OrderByDescending(row => row.Sequence).Select(row => new ReporterEvaluation(row.At, row.Score, row.Solved)).FirstOrDefaultAsync(cancel);
    }

    public async Task<DateTimeOffset?> StageEnteredAsync(string tenant, Guid caseId, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        return await context.CaseEvents.Where(e => e.CaseId == caseId && e.Type == "stage-entered")
            .OrderByDescending(e => e.Sequence).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(cancel);
    }
}
