using Bunit;
using CaseFlow.Designer.Diagram;
using CaseFlow.Designer.Panel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace CaseFlow.Designer.Tests.Panel;

/// <summary>A page with a panel in it and a canvas that records what it is asked.</summary>
public abstract class PanelTestContext : BunitContext
{
    private readonly BunitJSModuleInterop designer;

    protected PanelTestContext()
    {
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
        JSInterop.Mode = JSRuntimeMode.Loose;
        designer = JSInterop.SetupModule("designer");
        designer.Mode = JSRuntimeMode.Loose;
    }

    protected static FlowChoices Choices { get; } = FlowChoices.None with
    {
        Teams = [new("handler", "Handlers"), new("supervisor", "Supervisors")],
        Forms = [new("report", "report")],
        Decisions = [new("urgency", "Urgency")],
    };

    protected static ElementModel Element(string type, params ExtensionNode[] extensions) =>
        new("it", "bpmn:" + type, "flow", "bpmn:Process", "审核", "", [], [.. extensions], null, "", false, null, null, null, "", "", "", null);

    protected async Task<IRenderedComponent<ElementPanel>> ShowAsync(ElementModel element, params StepRef[] steps)
    {
        var reference = await JSInterop.JSRuntime.InvokeAsync<IJSObjectReference>("import", "designer");
        var drawing = CanvasState.Empty with { Steps = [.. steps], Process = Element("Process", Clock("promise"), Closure("done")) };
        return Render<ElementPanel>(panel => panel.Add(it => it.Context, new PanelContext(new FlowCanvas(reference), element, Choices, drawing)));
    }

    /// <summary>The edits asked of the canvas, each as its method and arguments, extension elements as XML-like text.</summary>
    protected string[] Edits => [.. designer.Invocations["edit"].Select(call => string.Join(' ', call.Arguments.Select(Show)))];

    protected static ExtensionNode Clock(string id) => ExtensionNode.Empty("clock").With("id", id).With("name", "办结时限");

    protected static ExtensionNode Closure(string id) => ExtensionNode.Empty("closure").With("id", id).With("name", "已办结");

    private static string Show(object? value) => value switch
    {
        null => "-",
        ExtensionNode[] nodes => $"[{string.Join(", ", nodes.Select(Show))}]",
        Dictionary<string, object?> set => string.Join(' ', set.Select(pair => $"{pair.Key}={pair.Value}")),
        _ => $"{value}",
    };

    private static string Show(ExtensionNode node)
    {
        var attributes = node.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $" {pair.Key}={pair.Value}");
        return $"<{node.Type}{string.Concat(attributes)}>{node.Text}{string.Concat(node.Children.Select(Show))}";
    }
}
