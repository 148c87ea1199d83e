using System.Reflection;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>Puts the reader's scope on every query for rows of a tenant or unit.</summary>
internal static class ScopeFilters
{
    /// <summary>Name of the filter by tenant.</summary>
    public const string Tenant = "tenant";

    /// <summary>Name of the filter by unit; ignore it where a task or a link makes a case readable outside the reader's unit.</summary>
    public const string Unit = "unit";

    private static readonly MethodInfo FilterTenant = Method(nameof(ByTenant));
    private static readonly MethodInfo FilterUnit = Method(nameof(ByUnit));

    public static void Apply(ModelBuilder builder, CaseFlowDbContext context)
    {
        foreach (var type in builder.Model.GetEntityTypes().Select(entity => entity.ClrType).ToList())
        {
            if (type.IsAssignableTo(typeof(ITenantScoped))) FilterTenant.MakeGenericMethod(type).Invoke(null, [builder, context]);
            if (type.IsAssignableTo(typeof(ICaseScoped))) FilterUnit.MakeGenericMethod(type).Invoke(null, [builder, context]);
        }
    }

    private static void ByTenant<T>(ModelBuilder builder, CaseFlowDbContext context)
        where T : class, ITenantScoped =>
        builder.Entity<T>().HasQueryFilter(Tenant, row => row.Tenant == context.Scope.Tenant);

    private static void ByUnit<T>(ModelBuilder builder, CaseFlowDbContext context)
        where T : class, ICaseScoped =>
        builder.Entity<T>().HasQueryFilter(
            Unit, row => row.UnitPath.CompareTo(context.Scope.From) >= 0 && row.UnitPath.CompareTo(context.Scope.Before) < 0);

    private static MethodInfo Method(string name) => typeof(ScopeFilters).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
