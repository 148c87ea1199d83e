using System.Text.Json.Nodes;

namespace CaseFlow.Activities.Ports;

/// <summary>Opens cases of other flows.</summary>
public interface ICaseOpening
{
    /// <summary>Opens a case, or finds the one that was opened with the same key.</summary>
    /// <exception cref="SettingException">There is no such flow, or it refuses the start.</exception>
    Task<OpenedCase> OpenAsync(string key, string tenant, Guid openedBy, string flow, JsonObject variables, CancellationToken cancel);
}

public sealed record OpenedCase(Guid CaseId, string Number);
