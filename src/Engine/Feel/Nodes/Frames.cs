namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>The names an expression sees while it is evaluated: a chain that ends at the caller's scope.</summary>
internal abstract class Frame
{
    public abstract FeelValue? Find(string name);
}

internal sealed class EmptyFrame : Frame
{
    public static EmptyFrame Instance { get; } = new();

    public override FeelValue? Find(string name) => null;
}

internal sealed class ScopeFrame(IFeelScope scope) : Frame
{
    public override FeelValue? Find(string name) => scope.Find(name);
}

/// <summary>One name: a loop's variable, or "?" in a unary test.</summary>
internal sealed class NameFrame(Frame parent, string name) : Frame
{
    public FeelValue Value { get; set; } = FeelValue.Null;

    public override FeelValue? Find(string wanted) => wanted == name ? Value : parent.Find(wanted);
}

/// <summary>A function's parameters.</summary>
internal sealed class ArgumentFrame(Frame parent, string[] names, FeelValue[] values) : Frame
{
    public override FeelValue? Find(string name)
    {
        for (var i = 0; i < names.Length; i++)
            if (names[i] == name)
                return values[i];
        return parent.Find(name);
    }
}

/// <summary>The entries of a context that is being built: each sees those before it.</summary>
internal sealed class EntriesFrame(Frame parent) : Frame
{
    private readonly List<KeyValuePair<string, FeelValue>> entries = [];

    public void Add(string name, FeelValue value) => entries.Add(new(name, value));

    public override FeelValue? Find(string name)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
            if (entries[i].Key == name)
                return entries[i].Value;
        return parent.Find(name);
    }
}

/// <summary>A filter's item: its own entries first, then "item", then what surrounds the filter.</summary>
internal sealed class ItemFrame(Frame parent) : Frame
{
    public FeelValue Item { get; set; } = FeelValue.Null;

    public override FeelValue? Find(string name)
    {
        if (Item is FeelContext context && context.Find(name) is { } entry) return entry;
        return name == "item" ? Item : parent.Find(name);
    }
}
