using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Reading, making and changing contexts.</summary>
internal static class ContextFunctions
{
    public static BuiltIn[] All { get; } =
    [
        new("get value", [Form.Of("m, key", ByKey), Form.Of("context, key", ByKey), Form.Of("context, keys", ByKeys)]),
        new("get entries", [Form.Of("m", GetEntries), Form.Of("context", GetEntries)]),
        new("context", [Form.Of("entries", MakeContext)]),
        new("context put", [Form.Of("context, key, value", Put), Form.Of("context, keys, value", PutDeep)]),
        new("context merge", [Form.Of("contexts", Merge)]),
    ];

    private static FeelValue? ByKey(Arguments args)
    {
        if (args.As<FeelContext>(0) is { } context && args[1] is FeelString key) return context.Find(key.Value);
        return args.Named ? null : ByKeys(args);
    }

    private static FeelValue? ByKeys(Arguments args)
    {
        if (args[1] is not FeelList { Items.IsEmpty: false } keys) return null;
        FeelValue? value = args.As<FeelContext>(0);
        foreach (var key in keys.Items)
            value = value is FeelContext inner && key is FeelString name ? inner.Find(name.Value) : null;
        return value;
    }

    private static FeelList? GetEntries(Arguments args) => Touched(args) is { } context
        ? new FeelList([.. context.Entries.Select(entry => new FeelContext([new("key", new FeelString(entry.Key)), new("value", entry.Value)]))])
        : null;

    private static FeelContext? Touched(Arguments args)
    {
        args.Run.Touch(args[0]);
        return args.As<FeelContext>(0);
    }

    private static FeelContext? MakeContext(Arguments args)
    {
        if (args.List(0) is not { } entries) return null;
        var made = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in entries)
        {
            if (item is not FeelContext entry || entry.Find("key") is not FeelString key || entry.Find("value") is not { } value) return null;
            if (!seen.Add(key.Value)) return null;
            made.Add(new(key.Value, value));
        }
        return new FeelContext(made.ToImmutable());
    }

    private static FeelContext? Put(Arguments args)
    {
        args.Run.Touch(args[0]);
        if (args.As<FeelContext>(0) is { } context && args[1] is FeelString key) return context.With(key.Value, args[2]);
        return args.Named ? null : PutDeep(args);
    }

    private static FeelContext? PutDeep(Arguments args) =>
        args.As<FeelContext>(0) is { } context && args[1] is FeelList { Items.IsEmpty: false } keys
            ? PutDeep(context, keys.Items.AsSpan(), args[2])
            : null;

    private static FeelContext? PutDeep(FeelContext context, ReadOnlySpan<FeelValue> keys, FeelValue value)
    {
        if (keys[0] is not FeelString key) return null;
        if (keys.Length == 1) return context.With(key.Value, value);
        if (context.Find(key.Value) is not { } found || (found is not FeelContext && !found.IsNull)) return null;
        return PutDeep(found as FeelContext ?? FeelContext.Empty, keys[1..], value) is { } inner ? context.With(key.Value, inner) : null;
    }

    private static FeelContext? Merge(Arguments args)
    {
        if (args.List(0) is not { } contexts) return null;
        var merged = FeelContext.Empty;
        foreach (var item in contexts)
        {
            if (item is not FeelContext context) return null;
            foreach (var entry in context.Entries)
            {
                args.Run.Spend(merged.Entries.Length / 8 + 3);
                merged = merged.With(entry.Key, entry.Value);
            }
        }
        return merged;
    }
}
