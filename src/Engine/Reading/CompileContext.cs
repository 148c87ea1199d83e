using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>What the passes of one BPMN file look things up in.</summary>
/// <param name="DecisionNames">Ids and names of the flow's decisions.</param>
/// <param name="Callable">Published flows, by process id.</param>
internal sealed record CompileContext(
    FlowRef Flow, BpmnFile Bpmn, ProblemList Problems, IReadOnlyDictionary<string, FormDefinition> Forms,
    IReadOnlySet<string> DecisionNames, IReadOnlyDictionary<string, FlowPackage> Callable)
{
    public ExpressionReader Expressions { get; } = new(Problems);
}
