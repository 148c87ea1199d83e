using CaseFlow.Runtime.Storage.Records;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>
/// The database. Rows of a tenant are filtered by <see cref="Scope"/>: without one such a query throws, so that forgetting it can't leak.
/// Code of the system itself says <c>IgnoreQueryFilters()</c>, in the open.
/// </summary>
public abstract class CaseFlowDbContext(DbContextOptions options) : IdentityDbContext<StaffUser>(options)
{
    private ReadScope? _scope;

    internal ReadScope Scope
    {
        get => _scope ?? throw new InvalidOperationException("Expected a context with a scope, but this query names none: whose rows may it read?");
        set => _scope = value;
    }

    internal DbSet<CaseRecord> Cases => Set<CaseRecord>();

    internal DbSet<CaseEventRecord> CaseEvents => Set<CaseEventRecord>();

    internal DbSet<TaskRecord> Tasks => Set<TaskRecord>();

    internal DbSet<DueRecord> DueRows => Set<DueRecord>();

    internal DbSet<OutboxRecord> Outbox => Set<OutboxRecord>();

    internal DbSet<ClockRecord> Clocks => Set<ClockRecord>();

    internal DbSet<SubscriptionRecord> Subscriptions => Set<SubscriptionRecord>();

    internal DbSet<MessageRecord> Messages => Set<MessageRecord>();

    internal DbSet<TakenMessageRecord> TakenMessages => Set<TakenMessageRecord>();

    internal DbSet<IncidentRecord> Incidents => Set<IncidentRecord>();

    internal DbSet<EvaluationRecord> Evaluations => Set<EvaluationRecord>();

    internal DbSet<CaseLinkRecord> CaseLinks => Set<CaseLinkRecord>();

    internal DbSet<NoticeRecord> Notices => Set<NoticeRecord>();

    internal DbSet<DocumentRecord> Documents => Set<DocumentRecord>();

    internal DbSet<DocumentContentRecord> DocumentContents => Set<DocumentContentRecord>();

    internal DbSet<PersonRecord> People => Set<PersonRecord>();

    internal DbSet<PersonReadRecord> PersonReads => Set<PersonReadRecord>();

    internal DbSet<FlowRecord> Flows => Set<FlowRecord>();

    internal DbSet<FlowVersionRecord> FlowVersions => Set<FlowVersionRecord>();

    internal DbSet<FlowDraftRecord> FlowDrafts => Set<FlowDraftRecord>();

    internal DbSet<FlowStartRecord> FlowStarts => Set<FlowStartRecord>();

    internal DbSet<UnitRecord> Units => Set<UnitRecord>();

    internal DbSet<TeamRecord> Teams => Set<TeamRecord>();

    internal DbSet<TeamMemberRecord> TeamMembers => Set<TeamMemberRecord>();

    internal DbSet<AbsenceRecord> Absences => Set<AbsenceRecord>();

    internal DbSet<CategoryRecord> Categories => Set<CategoryRecord>();

    internal DbSet<CalendarRecord> Calendars => Set<CalendarRecord>();

    internal DbSet<RecomputationRecord> Recomputations => Set<RecomputationRecord>();

    internal DbSet<OfficeActRecord> OfficeActs => Set<OfficeActRecord>();

    internal DbSet<CounterRecord> Counters => Set<CounterRecord>();

    internal DbSet<LedgerSealRecord> LedgerSeals => Set<LedgerSealRecord>();

    internal DbSet<LedgerEntryRecord> LedgerEntries => Set<LedgerEntryRecord>();

    internal DbSet<ArchivedCaseRecord> ArchivedCases => Set<ArchivedCaseRecord>();

    internal DbSet<ArchivedCaseEventRecord> ArchivedCaseEvents => Set<ArchivedCaseEventRecord>();

    internal DbSet<ArchivedClockRecord> ArchivedClocks => Set<ArchivedClockRecord>();

    internal DbSet<ArchivedEvaluationRecord> ArchivedEvaluations => Set<ArchivedEvaluationRecord>();

    internal DbSet<ArchivedCaseLinkRecord> ArchivedCaseLinks => Set<ArchivedCaseLinkRecord>();

    internal DbSet<ArchivedNoticeRecord> ArchivedNotices => Set<ArchivedNoticeRecord>();

    internal DbSet<DeletedCaseRecord> DeletedCases => Set<DeletedCaseRecord>();

    internal DbSet<CaseHoldRecord> CaseHolds => Set<CaseHoldRecord>();

    internal DbSet<NodeRecord> Nodes => Set<NodeRecord>();

    internal DbSet<DataProtectionKeyRecord> DataProtectionKeys => Set<DataProtectionKeyRecord>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CaseFlowDbContext).Assembly, type => type.Namespace == typeof(CaseRecord).Namespace);
        ScopeFilters.Apply(builder, this);
        ColumnNames.Apply(builder);
    }

    // A pooled context keeps its fields from one lease to the next: the scope must not outlive its reader.
    public override void Dispose()
    {
        _scope = null;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override ValueTask DisposeAsync()
    {
        _scope = null;
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }
}
