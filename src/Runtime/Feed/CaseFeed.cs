namespace CaseFlow.Runtime.Feed;

/// <summary>Tells open pages that a case changed, after its commit. What a page then shows it reads from the store.</summary>
public sealed class CaseFeed
{
    /// <summary>Calls back for every committed change of the tenant until disposed; callbacks must be quick and may come on any thread.</summary>
    public IDisposable Subscribe(string tenant, Action<CaseChange> onChange) => throw new NotImplementedException();
}

/// <param name="UnitPath">Where the case stands, for deciding whether a list is touched.</param>
public sealed record CaseChange(Guid CaseId, string Number, string UnitPath, long Version);
