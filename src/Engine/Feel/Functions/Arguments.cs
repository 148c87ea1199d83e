using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>A call's arguments, read as the kind a parameter has. What is of another kind reads as null; the only item of a list stands for itself.</summary>
internal readonly struct Arguments(FeelValue[] values, Evaluation run, bool named = false)
{
    public int Count => values.Length;

    public Evaluation Run => run;

    /// <summary>True when the caller wrote the parameters' names: then "key" takes no list of keys.</summary>
    public bool Named => named;

    public FeelValue this[int index] => index < values.Length ? values[index] : FeelValue.Null;

    public FeelValue[] All => values;

    public bool IsNull(int index) => this[index].IsNull;

    public T? As<T>(int index)
        where T : FeelValue => this[index] as T ?? ((this[index] as FeelList) is { Items: [var only] } ? only as T : null);

    public string? Text(int index)
    {
        if (As<FeelString>(index) is not { } text) return null;
        run.Touch(text);
        return text.Value;
    }

    public decimal? Number(int index) => As<FeelNumber>(index)?.Value;

    /// <summary>A number as a whole one; its fraction falls off.</summary>
    public long? Whole(int index) =>
        Number(index) is { } number && Math.Abs(number) < long.MaxValue ? (long)decimal.Truncate(number) : null;

    public bool? Truth(int index) => As<FeelBoolean>(index)?.Value;

    /// <summary>The items of a list, whose reading costs a step each; any other value but null is a list of itself.</summary>
    public ImmutableArray<FeelValue>? List(int index)
    {
        if (this[index].IsNull) return null;
        if (this[index] is not FeelList list) return [this[index]];
        run.Spend(list.Items.Length);
        return list.Items;
    }

    /// <summary>Items given one by one, or all in one list.</summary>
    public ImmutableArray<FeelValue>? ListOrAll() => values.Length == 1 ? List(0) : [.. values];
}
