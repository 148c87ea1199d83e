using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>Lets the rest of the program ask for a <see cref="CaseFlowDbContext"/> without knowing the database.</summary>
internal sealed class ContextFactory<T>(IDbContextFactory<T> inner) : IDbContextFactory<CaseFlowDbContext>
    where T : CaseFlowDbContext
{
    public CaseFlowDbContext CreateDbContext() => inner.CreateDbContext();
}
