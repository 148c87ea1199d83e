namespace CaseFlow.Engine.Model;

/// <summary>A published flow version. A case keeps the one it started with; a called flow is pinned to one at publication.</summary>
/// <param name="Key">The flow's key, unique in the tenant: its folder's name.</param>
/// <param name="Version">1 for the first publication, then 2, 3…; 0 for a draft on trial.</param>
public sealed record FlowRef(string Key, int Version)
{
    public override string ToString() => $"{Key}@{Version}";
}
