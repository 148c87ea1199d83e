using CaseFlow.Designer.Diagram;

namespace CaseFlow.Designer.Panel.Fields;

/// <summary>One node of a list that is being edited.</summary>
public sealed record NodeItem(int Index, ExtensionNode Node, Func<ExtensionNode, Task> ReplaceAsync)
{
    public string this[string attribute] => Node[attribute];

    public Task SetAsync(string attribute, string? value) => ReplaceAsync(Node.With(attribute, value));
}
