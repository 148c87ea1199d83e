using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Runtime.Storage.Postgres;

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresCaseFlowDbContext>
{
    public PostgresCaseFlowDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCaseFlowDbContext>().UseNpgsql("Host=localhost;Database=design").Options);
}
