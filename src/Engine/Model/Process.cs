using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CaseFlow.Engine.Model;

/// <summary>A BPMN process, compiled once per published version and never changed.</summary>
public sealed class Process
{
    private readonly FrozenDictionary<string, int> _elements;
    private readonly FrozenDictionary<string, int> _flows;

    internal Process(
        FlowRef flow, bool isExecutable, ImmutableArray<Element> elements, ImmutableArray<SequenceFlow> flows, ImmutableArray<ClockDefinition> clocks,
        ClosedLoopRules closedLoop)
    {
        (Flow, IsExecutable, Elements, Flows, Clocks, ClosedLoop) = (flow, isExecutable, elements, flows, clocks, closedLoop);
        _elements = elements.ToFrozenDictionary(element => element.Id, element => element.Index);
        _flows = flows.ToFrozenDictionary(sequenceFlow => sequenceFlow.Id, sequenceFlow => sequenceFlow.Index);
        Upstream = new Upstream(this);
        HasDataFields = elements.Any(element => !element.DataFields.IsEmpty);
        HasAdHocCompletion = elements.Any(element => element.AdHoc?.Completion is not null);
    }

    public FlowRef Flow { get; }

    public string Id => Elements[0].Id;

    public bool IsExecutable { get; }

    /// <summary>The process itself (index 0), then its elements in the file's order, a scope before its children.</summary>
    public ImmutableArray<Element> Elements { get; }

    public ImmutableArray<SequenceFlow> Flows { get; }

    public ImmutableArray<ClockDefinition> Clocks { get; }

    /// <summary>The closed-loop rules it is held to.</summary>
    public ClosedLoopRules ClosedLoop { get; }

    /// <summary>Which elements a token can still come from, for inclusive joins.</summary>
    internal Upstream Upstream { get; }

    /// <summary>Whether a change of variables can complete an ad-hoc subprocess.</summary>
    internal bool HasAdHocCompletion { get; }

    /// <summary>Whether values have to be looked at on their way into a data object.</summary>
    internal bool HasDataFields { get; }

    public Element Root => Elements[0];

    public Element? Find(string id) => _elements.TryGetValue(id, out var index) ? Elements[index] : null;

    public SequenceFlow? FindFlow(string id) => _flows.TryGetValue(id, out var index) ? Flows[index] : null;

    /// <exception cref="KeyNotFoundException">No such element.</exception>
    public Element this[string id] => Elements[_elements[id]];
}
