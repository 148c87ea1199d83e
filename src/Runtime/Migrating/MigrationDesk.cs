using CaseFlow.Engine;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Migrating;

/// <summary>Where an admin moves running cases to another version of their flow.</summary>
public sealed class MigrationDesk(MigrationRun run)
{
    /// <summary>The dry run; changes nothing.</summary>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public Task<MigrationPreview> PreviewAsync(Reader reader, MigrationRequest request, CancellationToken cancel = default)
    {
        Demand(reader);
        return run.PreviewAsync(reader.Tenant, request, cancel);
    }

    /// <param name="reason">Stands, with who and when, on the timeline of each case.</param>
    /// <exception cref="ArgumentException">No reason.</exception>
    /// <exception cref="UnauthorizedAccessException">Not an admin.</exception>
    public Task<MigrationResult> RunAsync(Reader reader, MigrationRequest request, string reason, IProgress<MigrationResult>? progress = null, CancellationToken cancel = default)
    {
        Demand(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return run.RunAsync(reader.Tenant, request, Actor.Staff(reader.UserId), reason.Trim(), progress, cancel);
    }

    private static void Demand(Reader reader)
    {
        if (!reader.Is(Roles.Admin)) throw new UnauthorizedAccessException($"Expected the role {Roles.Admin} for moving cases, but {reader.UserId} does not have it.");
    }
}
