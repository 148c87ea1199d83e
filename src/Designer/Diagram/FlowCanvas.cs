using System.Text;
using CaseFlow.Designer.Trials;
using Microsoft.JSInterop;

namespace CaseFlow.Designer.Diagram;

/// <summary>The drawing in the browser. Every edit is one step for undo.</summary>
public sealed class FlowCanvas(IJSObjectReference designer)
{
    /// <summary>Files beyond this are refused: 4 MB is some 10,000 shapes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Shows a file and returns what the reader of the file found odd.</summary>
    /// <exception cref="JSException">The file is not BPMN 2.0 XML.</exception>
    public ValueTask<string[]> LoadAsync(string xml) => designer.InvokeAsync<string[]>("load", xml);

    /// <summary>The BPMN 2.0 XML as it stands.</summary>
    public async Task<string> SaveAsync(CancellationToken cancel = default)
    {
        // A string result over 32 KB would close the connection; a stream has no such limit.
        await using var content = await designer.InvokeAsync<IJSStreamReference>("save", cancel);
        await using var stream = await content.OpenReadStreamAsync(MaxBytes, cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }

    public ValueTask DownloadAsync(string fileName) => designer.InvokeVoidAsync("download", fileName);

    public ValueTask UndoAsync() => designer.InvokeVoidAsync("undo");

    public ValueTask RedoAsync() => designer.InvokeVoidAsync("redo");

    /// <summary>Selects an element and brings it into view; null selects the flow as a whole.</summary>
    public ValueTask GoToAsync(string? element) => designer.InvokeVoidAsync("goTo", element);

    public ValueTask ZoomAsync(double factor) => designer.InvokeVoidAsync("zoom", factor);

    public ValueTask ShowAllAsync() => designer.InvokeVoidAsync("showAll");

    // The cast keeps the array one argument: as object?[] its items would become the arguments.
    public ValueTask MarkAsync(IEnumerable<ProblemMark> problems) => designer.InvokeVoidAsync("mark", (object)problems.Take(100).ToArray());

    /// <summary>Shows one step of a trial run; null ends it.</summary>
    public ValueTask PlayAsync(TrialFrame? frame) => designer.InvokeVoidAsync("play", frame);

    public ValueTask RenameAsync(string element, string name) => Edit("rename", element, name);

    public ValueTask DocumentAsync(string element, string text) => Edit("document", element, text);

    public ValueTask SetAsync(string element, string property, object? value) =>
        Edit("set", element, new Dictionary<string, object?> { [property] = value });

    /// <summary>Replaces all extension elements of one type.</summary>
    public ValueTask ExtendAsync(string element, ExtensionPlace place, string type, IEnumerable<ExtensionNode> nodes) =>
        Edit("extend", element, place.ToString().ToLowerInvariant(), type, nodes.ToArray());

    public ValueTask SetConditionAsync(string element, string feel) => Edit("condition", element, feel);

    public ValueTask MakeDefaultAsync(string sequenceFlow, bool isDefault) => Edit("makeDefault", sequenceFlow, isDefault);

    /// <param name="kind"><c>timeDate</c>, <c>timeDuration</c>, <c>timeCycle</c> or <c>workingTime</c>.</param>
    public ValueTask SetTimerAsync(string element, string kind, string body, IEnumerable<ExtensionNode> workingTime) =>
        Edit("timer", element, kind, body, workingTime.ToArray());

    /// <summary>Names the message, signal, error or escalation of an event, or the message of a receive or send task.</summary>
    public ValueTask ReferAsync(string element, string name, string code) => Edit("refer", element, name, code);

    /// <summary>A conditional event's condition or a link event's name.</summary>
    public ValueTask DefineAsync(string element, string body) => Edit("define", element, body);

    /// <summary>When a repeated step ends early.</summary>
    public ValueTask SetCompletionAsync(string element, string feel) => Edit("completion", element, feel);

    private ValueTask Edit(string method, params object?[] values) => designer.InvokeVoidAsync("edit", [method, .. values]);
}
