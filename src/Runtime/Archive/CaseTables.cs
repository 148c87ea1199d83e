using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Archive;

/// <summary>The tables in which a case's rows lie: those of daily work, or the archive's, which have the same columns.</summary>
internal readonly record struct CaseTables(CaseFlowDbContext Context, bool Archived)
{
    public IQueryable<CaseRecord> Cases => Archived ? Context.ArchivedCases.AsNoTracking() : Context.Cases.AsNoTracking();

    public IQueryable<CaseEventRecord> Events => Archived ? Context.ArchivedCaseEvents.AsNoTracking() : Context.CaseEvents.AsNoTracking();

    public IQueryable<ClockRecord> Clocks => Archived ? Context.ArchivedClocks.AsNoTracking() : Context.Clocks.AsNoTracking();

    public IQueryable<EvaluationRecord> Evaluations => Archived ? Context.ArchivedEvaluations.AsNoTracking() : Context.Evaluations.AsNoTracking();

    public IQueryable<CaseLinkRecord> Links => Archived ? Context.ArchivedCaseLinks.AsNoTracking() : Context.CaseLinks.AsNoTracking();

    public IQueryable<NoticeRecord> Notices => Archived ? Context.ArchivedNotices.AsNoTracking() : Context.Notices.AsNoTracking();

    /// <summary>Daily work first: most of what is looked for lies there.</summary>
    public static CaseTables[] Both(CaseFlowDbContext context) => [new(context, false), new(context, true)];
}
