using CaseFlow.Runtime.Storage.Postgres;
using CaseFlow.Runtime.Storage.Sqlite;
using CaseFlow.Runtime.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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
        services.AddSingleton<WorkQueues>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CaseFlowDbContext>>().CreateDbContext());
        services.AddSingleton(provider => new DatabaseMigrator(
            provider.GetRequiredService<IDbContextFactory<CaseFlowDbContext>>(), provider.GetRequiredService<IMigrationLock>()));
        return options.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddSqlite(options),
            DatabaseProvider.Postgres => services.AddPostgres(options),
            DatabaseProvider.SqlServer => services.AddSqlServer(options),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, null),
        };
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton<SqliteTurn>();
        services.AddPooledDbContextFactory<SqliteCaseFlowDbContext>((provider, builder) => builder.UseSqlite(options.ConnectionString).AddInterceptors(Interceptors(provider)));
        services.AddSingleton<IDbContextFactory<CaseFlowDbContext>, ContextFactory<SqliteCaseFlowDbContext>>();
        services.AddSingleton<ICaseDatabase, SqliteCaseDatabase>();
        services.AddSingleton<IDatabaseDialect, SqliteDialect>();
        services.AddSingleton<IBulkTransactions, SqliteBulkTransactions>();
        return services.AddSingleton<SqliteMigrationLock>().AddSingleton<IMigrationLock>(provider => provider.GetRequiredService<SqliteMigrationLock>());
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddPooledDbContextFactory<PostgresCaseFlowDbContext>(builder => builder.UseNpgsql(options.ConnectionString));
        services.AddSingleton<IDbContextFactory<CaseFlowDbContext>, ContextFactory<PostgresCaseFlowDbContext>>();
        services.AddSingleton<ICaseDatabase, PostgresCaseDatabase>();
        services.AddSingleton<IDatabaseDialect, PostgresDialect>();
        services.AddSingleton<IBulkTransactions, ServerBulkTransactions>();
        return services.AddSingleton<IMigrationLock, PostgresMigrationLock>();
    }

    private static IServiceCollection AddSqlServer(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddPooledDbContextFactory<SqlServerCaseFlowDbContext>(builder => builder.UseSqlServer(options.ConnectionString));
        services.AddSingleton<IDbContextFactory<CaseFlowDbContext>, ContextFactory<SqlServerCaseFlowDbContext>>();
        services.AddSingleton<ICaseDatabase, SqlServerCaseDatabase>();
        services.AddSingleton<IDatabaseDialect, SqlServerDialect>();
        services.AddSingleton<IBulkTransactions, ServerBulkTransactions>();
        return services.AddSingleton<IMigrationLock, SqlServerMigrationLock>();
    }

    private static IInterceptor[] Interceptors(IServiceProvider provider)
    {
        var turn = provider.GetRequiredService<SqliteTurn>();
        var saves = new SaveTurnTaker(turn);
        return [SqlitePragmas.Instance, saves, new CommandTurnTaker(turn), new TransactionRefuser(saves, provider.GetRequiredService<SqliteMigrationLock>())];
    }
}
