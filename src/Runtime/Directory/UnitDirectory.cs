namespace CaseFlow.Runtime.Directory;

/// <summary>Units, teams and people of a tenant. Small and read often: held in memory, reloaded when changed.</summary>
public sealed class UnitDirectory
{
    public Task<IReadOnlyList<UnitRow>> UnitsAsync(string tenant, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<IReadOnlyList<TeamRow>> TeamsAsync(string tenant, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<IReadOnlyList<StaffRow>> StaffAsync(string tenant, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>The reader for a signed-in user, with live team membership; null when the user is gone or disabled.</summary>
    public Task<Reader?> ReaderAsync(string userId, CancellationToken cancel = default) => throw new NotImplementedException();
}
