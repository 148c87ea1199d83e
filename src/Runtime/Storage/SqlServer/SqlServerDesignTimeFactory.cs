using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Runtime.Storage.SqlServer;

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerCaseFlowDbContext>
{
    public SqlServerCaseFlowDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerCaseFlowDbContext>().UseSqlServer("Server=localhost;Database=design").Options);
}
