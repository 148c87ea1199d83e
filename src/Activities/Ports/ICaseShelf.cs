using System.Text.Json.Nodes;

namespace CaseFlow.Activities.Ports;

/// <summary>Other cases, for comparing.</summary>
public interface ICaseShelf
{
    /// <summary>The case itself; null when it is gone.</summary>
    Task<CaseText?> FindAsync(string tenant, Guid caseId, CancellationToken cancel);

    /// <summary>Other cases of the same kind in the same street, newest first.</summary>
    Task<IReadOnlyList<CaseText>> OfKindAsync(CaseText like, bool open, int most, CancellationToken cancel);

    /// <summary>A variable of a case.</summary>
    Task<JsonNode?> VariableAsync(Guid caseId, string name, CancellationToken cancel);
}

/// <summary>What is compared of a case.</summary>
public sealed record CaseText(
    Guid CaseId, string Tenant, string Number, string Kind, string UnitPath, string? Title, string? Description, string? Category, string? Place);
