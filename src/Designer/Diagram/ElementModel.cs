using System.Collections.Immutable;

namespace CaseFlow.Designer.Diagram;

/// <summary>What the browser tells of one element of the drawn flow; <c>describe.js</c> makes it.</summary>
/// <param name="Type">With prefix, e.g. <c>bpmn:UserTask</c>.</param>
/// <param name="Parent">Id of the subprocess or process it lies in.</param>
/// <param name="Flags"><c>eventSubProcess</c>, <c>inEventSubProcess</c>, <c>nonInterrupting</c>, <c>compensation</c>.</param>
/// <param name="Condition">Of a sequence flow, or the completion condition of an ad-hoc subprocess; FEEL.</param>
/// <param name="Message">The message a receive or send task names; events say so in their definition.</param>
public sealed record ElementModel(
    string Id, string Type, string? Parent, string? ParentType, string Name, string Documentation, ImmutableArray<string> Flags,
    ImmutableArray<ExtensionNode> Extensions, DefinitionModel? Definition, string Condition, bool IsDefault, StepRef? Source, StepRef? Target,
    StepRef? AttachedTo, string Script, string CalledElement, string Message, LoopModel? Loop)
{
    public bool Is(string type) => Type == "bpmn:" + type;

    public bool IsAny(params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
            if (Is(type))
                return true;
        return false;
    }

    public bool Has(string flag) => Flags.Contains(flag);

    public bool IsEvent => Type.EndsWith("Event", StringComparison.Ordinal);

    public bool IsActivity => Type.EndsWith("Task", StringComparison.Ordinal) || IsAny("SubProcess", "AdHocSubProcess", "CallActivity");

    /// <summary>The extension elements at one place of this element.</summary>
    public ImmutableArray<ExtensionNode> At(ExtensionPlace place) => place switch
    {
        ExtensionPlace.Definition => Definition?.Extensions ?? [],
        ExtensionPlace.Loop => Loop?.Extensions ?? [],
        _ => Extensions,
    };
}

/// <param name="Type">With prefix, e.g. <c>bpmn:TimerEventDefinition</c>.</param>
/// <param name="Timer"><c>timeDate</c>, <c>timeDuration</c>, <c>timeCycle</c>, or empty.</param>
/// <param name="Body">The timer's text, or a conditional event's condition.</param>
/// <param name="Name">Of the message, signal, error, escalation or link.</param>
/// <param name="Code">Of the error or escalation.</param>
public sealed record DefinitionModel(string Type, string Timer, string Body, string Name, string Code, ImmutableArray<ExtensionNode> Extensions)
{
    public bool Is(string type) => Type == $"bpmn:{type}EventDefinition";
}

/// <param name="Kind"><c>parallel</c>, <c>sequential</c> or <c>standard</c>.</param>
public sealed record LoopModel(string Kind, string Completion, ImmutableArray<ExtensionNode> Extensions);

/// <summary>An element of the flow by name.</summary>
public sealed record StepRef(string Id, string Type, string Name, string? Parent = null)
{
    public string Label => Name.Length > 0 ? Name : Id;
}

/// <summary>Where in an element an extension stands.</summary>
public enum ExtensionPlace
{
    Element,
    Definition,
    Loop,
}

/// <summary>The drawing changed.</summary>
/// <param name="Position">Names this state of the drawing: equal numbers, equal drawing.</param>
/// <param name="Steps">Tasks, subprocesses, events and gateways.</param>
/// <param name="Process">The process the flow is named after; null until a file is loaded.</param>
public sealed record CanvasState(bool CanUndo, bool CanRedo, long Position, ImmutableArray<StepRef> Steps, ElementModel? Process)
{
    public static CanvasState Empty { get; } = new(false, false, -1, [], null);
}

/// <summary>A mark on the diagram.</summary>
public sealed record ProblemMark(string Element, bool Error, string Text);
