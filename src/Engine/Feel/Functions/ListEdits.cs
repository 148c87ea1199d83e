using System.Collections.Immutable;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Lists with a part changed, taken out or put in. Positions count from 1, negative ones from the end.</summary>
internal static class ListEdits
{
    public static BuiltIn[] All { get; } =
    [
        new("sublist", [Form.Of("list, start position, length?", Sublist)]),
        new("append", [Form.Of("list, item...", Append)]),
        new("insert before", [Form.Of("list, position, newItem", InsertBefore)]),
        new("remove", [Form.Of("list, position", Remove)]),
        new("list replace", [Form.Of("list, position, newItem", Replace), Form.Of("list, match, newItem", ReplaceMatching)]),
    ];

    private static FeelList? Sublist(Arguments args)
    {
        if (args.List(0) is not { } list || Position(args, 1, list.Length) is not { } start) return null;
        if (args.Count < 3) return new FeelList(list[start..]);
        return args.Whole(2) is { } length && length >= 0 && start + length <= list.Length
            ? new FeelList(list.Slice(start, (int)length))
            : null;
    }

    private static FeelList? Append(Arguments args)
    {
        if (args.List(0) is not { } list) return null;
        args.Run.CheckList(list.Length + args.Count);
        return new FeelList(list.AddRange(args.All.AsSpan(1)));
    }

    private static FeelList? InsertBefore(Arguments args) =>
        args.List(0) is { } list && Position(args, 1, list.Length) is { } at ? new FeelList(list.Insert(at, args[2])) : null;

    private static FeelList? Remove(Arguments args) =>
        args.List(0) is { } list && Position(args, 1, list.Length) is { } at ? new FeelList(list.RemoveAt(at)) : null;

    private static FeelList? Replace(Arguments args)
    {
        if (args.List(0) is not { } list) return null;
        if (args[1] is FeelFunction) return args.Named ? null : ReplaceMatching(args);
        return Position(args, 1, list.Length) is { } at ? new FeelList(list.SetItem(at, args[2])) : null;
    }

    private static FeelList? ReplaceMatching(Arguments args)
    {
        if (args.List(0) is not { } list || args[1] is not FeelFunction match) return null;
        var result = ImmutableArray.CreateBuilder<FeelValue>(list.Length);
        foreach (var item in list)
        {
            if (match.Invoke([item, args[2]], args.Run) is not FeelBoolean answer) return null;
            result.Add(answer.Value ? args[2] : item);
        }
        return new FeelList(result.MoveToImmutable());
    }

    /// <summary>The index a position names; null when the list has no such position.</summary>
    private static int? Position(Arguments args, int index, int length)
    {
        if (args.Whole(index) is not { } position || position == 0 || Math.Abs(position) > length) return null;
        return (int)(position > 0 ? position - 1 : length + position);
    }
}
