using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A user's membership of a team.</summary>
internal sealed class TeamMemberRecord : ITenantScoped
{
    public required string Tenant { get; set; }

    public required string UnitCode { get; set; }

    public required string TeamKey { get; set; }

    public required string UserId { get; set; }
}

internal sealed class TeamMemberRecordMapping : IEntityTypeConfiguration<TeamMemberRecord>
{
    public void Configure(EntityTypeBuilder<TeamMemberRecord> table)
    {
        table.ToTable("team_members");
        table.HasKey(row => new { row.Tenant, row.UnitCode, row.TeamKey, row.UserId });
        table.HasIndex(row => row.UserId);
    }
}
