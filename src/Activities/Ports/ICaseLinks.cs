namespace CaseFlow.Activities.Ports;

/// <summary>Links between cases.</summary>
public interface ICaseLinks
{
    Task<Guid?> FindByNumberAsync(string tenant, string number, CancellationToken cancel);

    /// <summary>Links both cases, each naming what the other is to it. Linking again changes nothing.</summary>
    /// <param name="role">What <paramref name="other"/> is to <paramref name="caseId"/>.</param>
    /// <param name="back">What <paramref name="caseId"/> is to <paramref name="other"/>.</param>
    Task LinkAsync(Guid caseId, Guid other, string role, string back, string activity, CancellationToken cancel);

    /// <summary>Cases that have the role to this one, oldest first.</summary>
    Task<IReadOnlyList<LinkedCase>> LinkedAsync(string tenant, Guid caseId, string role, CancellationToken cancel);
}

/// <param name="Closure">How it closed; null while it runs.</param>
public sealed record LinkedCase(Guid CaseId, string Number, bool Open, string? Closure);
