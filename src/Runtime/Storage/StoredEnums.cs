using CaseFlow.Engine;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Storage;

/// <summary>Enumerations are stored by name: a new member in the middle must not change what old rows say.</summary>
internal static class StoredEnums
{
    public static void AsText(ModelConfigurationBuilder builder)
    {
        builder.Properties<ActorKind>().HaveConversion<string>();
        builder.Properties<CaseStatus>().HaveConversion<string>();
        builder.Properties<TaskAudience>().HaveConversion<string>();
        builder.Properties<SubscriptionKind>().HaveConversion<string>();
        builder.Properties<ClockMark>().HaveConversion<string>();
        builder.Properties<DueKind>().HaveConversion<string>();
        builder.Properties<StartKind>().HaveConversion<string>();
    }
}
