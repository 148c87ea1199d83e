using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Migrating;

/// <summary>Which running cases are to go on in which version.</summary>
/// <param name="Map">Steps whose ids differ; the others keep theirs.</param>
public sealed record MigrationRequest(string FlowKey, int From, int To, MigrationMap Map)
{
    internal FlowRef Source => new(FlowKey, From);

    internal FlowRef Target => new(FlowKey, To);
}
