using CaseFlow.Runtime.Storage.Postgres;
using CaseFlow.Runtime.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Storage;

internal static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Database>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<Leases>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CaseFlowDbContext>>().CreateDbContext());
        services.AddSingleton(provider => new DatabaseMigrator(
            provider.GetRequiredService<IDbContextFactory<CaseFlowDbContext>>(), provider.GetRequiredService<IMigrationLock>()));
        return options.Provider == DatabaseProvider.Sqlite ? services.AddSqlite(options) : services.AddPostgres(options);
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddPooledDbContextFactory<SqliteCaseFlowDbContext>(builder => builder.UseSqlite(options.ConnectionString).AddInterceptors(SqlitePragmas.Instance));
        services.AddSingleton<IDbContextFactory<CaseFlowDbContext>, ContextFactory<SqliteCaseFlowDbContext>>();
        services.AddSingleton<ICaseDatabase, SqliteCaseDatabase>();
        return services.AddSingleton<IMigrationLock, SqliteMigrationLock>();
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddPooledDbContextFactory<PostgresCaseFlowDbContext>(builder => builder.UseNpgsql(options.ConnectionString));
        services.AddSingleton<IDbContextFactory<CaseFlowDbContext>, ContextFactory<PostgresCaseFlowDbContext>>();
        services.AddSingleton<ICaseDatabase, PostgresCaseDatabase>();
        return services.AddSingleton<IMigrationLock, PostgresMigrationLock>();
    }
}
