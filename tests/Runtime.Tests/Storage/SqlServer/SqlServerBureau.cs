using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>The runtime configured for a SQL Server that is not there: for what can be told without one.</summary>
internal static class SqlServerBureau
{
    public static ServiceProvider Services()
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = "sqlserver", ["ConnectionStrings:CaseFlow"] = "Server=nowhere.invalid;Database=caseflow;Connect Timeout=1" };
        return new ServiceCollection().AddLogging().AddCaseFlowRuntime(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    public static CaseFlowDbContext Context(this ServiceProvider services) => services.GetRequiredService<IDbContextFactory<CaseFlowDbContext>>().CreateDbContext();
}
