using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A message to the resident on the case's follow page.</summary>
internal class NoticeRecord : ITenantScoped
{
    /// <summary>The outbox key of the activity that wrote it, so that a second run writes nothing.</summary>
    public required string Id { get; set; }

    public required string Tenant { get; set; }

    public required Guid CaseId { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Text { get; set; }

    public string? English { get; set; }
}

internal sealed class NoticeRecordMapping : IEntityTypeConfiguration<NoticeRecord>
{
    public void Configure(EntityTypeBuilder<NoticeRecord> table)
    {
        table.ToTable("notices");
        table.HasKey(row => row.Id);
        table.HasIndex(row => new { row.CaseId, row.At });
    }
}
