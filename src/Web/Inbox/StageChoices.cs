using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;

namespace CaseFlow.Web.Inbox;

/// <summary>A flow with the stages its newest version has.</summary>
public sealed record StageChoice(string Flow, LocalText Name, string? Kind, IReadOnlyList<StageInfo> Stages);

/// <summary>Flows and their stages, for filters.</summary>
public sealed class StageChoices(FlowRegister register, FlowLibrary library)
{
    public async Task<IReadOnlyList<StageChoice>> ForAsync(Reader reader, CancellationToken cancel = default) =>
        [.. (await register.ListAsync(reader, cancel)).Where(flow => flow.Version > 0).Select(flow =>
            new StageChoice(flow.Key, flow.Name, flow.Kind, library.Package(reader.Tenant, new FlowRef(flow.Key, flow.Version)).Stages))];
}
