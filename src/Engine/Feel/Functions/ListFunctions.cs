using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Questions about lists, and lists made of lists.</summary>
internal static class ListFunctions
{
    public static BuiltIn[] All { get; } =
    [
        new("list contains", [Form.Of("list, element", Contains)]),
        new("count", [Form.Of("list", args => args.List(0) is { } list ? FeelValue.From((decimal)list.Length) : null)]),
        new("index of", [Form.Of("list, match", IndexOf)]),
        new("concatenate", [Form.Of("list...", Concatenate)]),
        new("union", [Form.Of("list...", args => Concatenate(args) is { } all ? Distinct(all.Items, args) : null)]),
        new("distinct values", [Form.Of("list", args => args.List(0) is { } list ? Distinct(list, args) : null)]),
        new("flatten", [Form.Of("list", args => args.List(0) is { } list ? Flatten(list, args) : null)]),
        new("reverse", [Form.Of("list", args => args.List(0) is { } list ? new FeelList([.. list.Reverse()]) : null)]),
    ];

    private static FeelValue? Contains(Arguments args)
    {
        if (args.List(0) is not { } list) return null;
        args.Run.Touch(args[0]);
        foreach (var item in list)
            if (Equality.Same(item, args[1]))
                return FeelBoolean.True;
        return FeelBoolean.False;
    }

    private static FeelList? IndexOf(Arguments args)
    {
        if (args.List(0) is not { } list) return null;
        args.Run.Touch(args[0]);
        var found = ImmutableArray.CreateBuilder<FeelValue>();
        for (var i = 0; i < list.Length; i++)
            if (Equality.Same(list[i], args[1]))
                found.Add(new FeelNumber(i + 1));
        return new FeelList(found.ToImmutable());
    }

    private static FeelList? Concatenate(Arguments args)
    {
        var all = ImmutableArray.CreateBuilder<FeelValue>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args.List(i) is not { } list) return null;
            all.AddRange(list);
            args.Run.CheckList(all.Count);
        }
        return new FeelList(all.ToImmutable());
    }

    private static FeelList Distinct(ImmutableArray<FeelValue> list, Arguments args)
    {
        var kept = ImmutableArray.CreateBuilder<FeelValue>();
        foreach (var item in list)
        {
            args.Run.Spend(kept.Count);
            if (!Holds(kept, item)) kept.Add(item);
        }
        return new FeelList(kept.ToImmutable());
    }

    private static bool Holds(ImmutableArray<FeelValue>.Builder kept, FeelValue item)
    {
        foreach (var other in kept)
            if (Equality.Same(other, item))
                return true;
        return false;
    }

    private static FeelList Flatten(ImmutableArray<FeelValue> list, Arguments args)
    {
        var flat = ImmutableArray.CreateBuilder<FeelValue>();
        var open = new Stack<FeelValue>(list.Reverse());
        while (open.TryPop(out var item))
        {
            args.Run.Spend(2);
            if (item is not FeelList inner) flat.Add(item);
            else foreach (var deeper in inner.Items.Reverse()) open.Push(deeper);
        }
        args.Run.CheckList(flat.Count);
        return new FeelList(flat.ToImmutable());
    }
}
