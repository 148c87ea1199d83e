using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Documents;
using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Intake.Import;
using CaseFlow.Runtime.Ledger;
using CaseFlow.Runtime.Migrating;
using CaseFlow.Runtime.People;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Queries;
using CaseFlow.Runtime.Running;
using CaseFlow.Runtime.Seeding;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime;

/// <summary>The services that people and programs ask: directory, publishing, intake, work, queries.</summary>
internal static class DeskSetup
{
    public static IServiceCollection AddDesks(this IServiceCollection services) =>
        services.AddPublishing().AddSeeding().AddIntake().AddWork().AddQueries().AddDirectory();

    private static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton(provider => new StaffAccounts(provider.Get<Database>(), provider.Get<TimeProvider>()));
        return services.AddSingleton(provider => new UnitDirectory(provider.Get<Database>(), provider.Get<TimeProvider>()));
    }

    private static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton(provider => new FlowLibrary(provider.Get<Database>(), provider.Get<TimeProvider>()));
        services.AddSingleton(provider => new CalendarLibrary(provider.Get<Database>(), provider.Get<TimeProvider>()));
        services.AddSingleton<Worlds>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<RunningCases>();
        services.AddSingleton(provider => new MigrationRun(provider.Get<RunningCases>(), provider.Get<FlowLibrary>(), provider.Get<Worlds>(), provider.Get<CaseRunner>()));
        services.AddSingleton<MigrationDesk>();
        return services.AddSingleton(provider => new FlowRegister(provider.Get<Database>(), provider.Get<Publisher>(), provider.Get<Drafts>()));
    }

    private static IServiceCollection AddSeeding(this IServiceCollection services)
    {
        services.AddSingleton<DemoTenant>();
        services.AddSingleton<ShippedCalendars>();
        services.AddSingleton<ShippedFlows>();
        return services.AddSingleton(provider => new DevelopmentSeed(
            provider.Get<DemoTenant>(), provider.Get<ShippedCalendars>(), provider.Get<ShippedFlows>(), provider.Get<IMigrationLock>(), provider.Get<ILogger<DevelopmentSeed>>()));
    }

    private static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<DocumentOptions>();
        services.AddSingleton(provider => new DocumentStore(provider.Get<Database>(), provider.Get<DocumentOptions>(), provider.Get<TimeProvider>()));
        services.AddSingleton<PersonRegister>();
        services.AddSingleton<CaseNumbers>();
        services.AddSingleton<IntakePreparation>();
        services.AddSingleton(provider => new CaseImport(provider.Get<Database>(), provider.Get<IntakeDesk>()));
        return services.AddSingleton(provider => new IntakeDesk(
            provider.Get<Database>(), provider.Get<FlowLibrary>(), provider.Get<FormDesk>(), provider.Get<IntakePreparation>(), provider.Get<CaseRunner>()));
    }

    private static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<FormDesk>();
        services.AddSingleton<FormSubmission>();
        services.AddSingleton<CaseAccess>();
        services.AddSingleton<CaseCommands>();
        services.AddSingleton<FollowAccess>();
        services.AddSingleton(provider => new FollowDesk(
            provider.Get<FollowAccess>(), provider.Get<PublicViews>(), provider.Get<FormSubmission>(), provider.Get<CaseCommands>()));
        return services.AddSingleton(provider => new WorkDesk(provider.Get<CaseAccess>(), provider.Get<CaseCommands>(), provider.Get<FormSubmission>()));
    }

    private static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.AddSingleton<FlowNames>();
        services.AddSingleton<OpenWork>();
        services.AddSingleton<CaseHistory>();
        services.AddSingleton<CaseViews>();
        services.AddSingleton<PublicViews>();
        services.AddSingleton<UnitScope>();
        services.AddSingleton<CaseSearch>();
        services.AddSingleton<CaseLists>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<Readings>();
        services.AddSingleton(provider => new Inbox(
            provider.Get<Database>(), provider.Get<FlowNames>(), provider.Get<UnitDirectory>(), provider.Get<UnitScope>(), provider.Get<IDatabaseDialect>(), provider.Get<TimeProvider>()));
        services.AddSingleton(provider => new AuditQueries(provider.Get<Database>(), provider.Get<UnitDirectory>(), provider.Get<FlowNames>(), provider.Get<ChainVerifier>()));
        return services.AddSingleton(provider => new CaseQueries(
            provider.Get<Database>(), provider.Get<CaseAccess>(), provider.Get<CaseLists>(), provider.Get<CaseViews>(), provider.Get<Timeline>(), provider.Get<Readings>()));
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
