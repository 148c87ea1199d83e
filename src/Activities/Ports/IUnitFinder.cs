namespace CaseFlow.Activities.Ports;

/// <summary>Units of the tenant.</summary>
public interface IUnitFinder
{
    /// <summary>The nearest unit of that kind at or above a unit; null when there is none.</summary>
    Task<string?> AboveAsync(string tenant, string from, string kind, CancellationToken cancel);
}
