using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>The id of a delivered message, written with the step that took it: its key is why the same message is taken once.</summary>
internal sealed class TakenMessageRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Id { get; set; }

    public required Guid CaseId { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class TakenMessageRecordMapping : IEntityTypeConfiguration<TakenMessageRecord>
{
    public void Configure(EntityTypeBuilder<TakenMessageRecord> table)
    {
        table.ToTable("taken_messages");
        table.HasKey(row => new { row.Tenant, row.Id });
        table.HasIndex(row => row.At);
    }
}
