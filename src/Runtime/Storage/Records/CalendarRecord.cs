using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A working calendar of the tenant, as its file's text.</summary>
internal sealed class CalendarRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string Id { get; set; }

    public required string Content { get; set; }

    /// <summary>The one clocks use when they name none.</summary>
    public required bool IsDefault { get; set; }
}

internal sealed class CalendarRecordMapping : IEntityTypeConfiguration<CalendarRecord>
{
    public void Configure(EntityTypeBuilder<CalendarRecord> table)
    {
        table.ToTable("calendars");
        table.HasKey(row => new { row.Tenant, row.Id });
        // Two admins who change the text that both have before them: the second must be told, not overwrite the first.
        table.Property(row => row.Content).IsConcurrencyToken();
    }
}
