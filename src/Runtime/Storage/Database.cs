using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>Opens contexts of the configured database.</summary>
internal sealed class Database(IDbContextFactory<CaseFlowDbContext> contexts)
{
    /// <summary>A context whose queries see the rows in scope only. Dispose it.</summary>
    public CaseFlowDbContext Open(ReadScope scope)
    {
        var context = contexts.CreateDbContext();
        context.Scope = scope;
        return context;
    }

    /// <summary>A context for the system's own work: a query for rows of a tenant must say <c>IgnoreQueryFilters()</c>, or it throws.</summary>
    public CaseFlowDbContext OpenUnscoped() => contexts.CreateDbContext();
}
