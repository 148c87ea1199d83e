using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What the passes of one BPMN file look things up in.</summary>
/// <param name="DecisionNames">Ids and names of the flow's decisions.</param>
/// <param name="Callable">Published flows, by process id.</param>
/// <param name="Published">The file was checked when it was published: what only tells of faults is left out.</param>
internal sealed record CompileContext(
    FlowRef Flow, BpmnFile Bpmn, ProblemList Problems, IReadOnlyDictionary<string, FormDefinition> Forms,
    IReadOnlySet<string> DecisionNames, IReadOnlyDictionary<string, FlowPackage> Callable, bool Published = false)
{
    public ExpressionReader Expressions { get; } = new(Problems);
}
