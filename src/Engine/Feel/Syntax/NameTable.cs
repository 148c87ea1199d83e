namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>The names that are known at a point of the text, innermost first. Only they may hold blanks and operators for certain.</summary>
internal sealed class NameTable(NameTable? parent)
{
    private readonly Dictionary<string, List<string>> byFirstWord = new(StringComparer.Ordinal);

    public NameTable? Parent { get; } = parent;

    public void Add(string name)
    {
        if (name.Length == 0) return;
        var word = FirstWord(name, 0);
        if (!byFirstWord.TryGetValue(word, out var names)) byFirstWord[word] = names = [];
        if (!names.Contains(name)) names.Add(name);
    }

    public bool Contains(string name) =>
        (byFirstWord.TryGetValue(FirstWord(name, 0), out var names) && names.Contains(name)) || (Parent?.Contains(name) ?? false);

    /// <summary>True when the name is defined here or in a table above this one, up to but not in the given one.</summary>
    public bool ContainsBelow(NameTable root, string name)
    {
        for (var table = this; table is not null && table != root; table = table.Parent)
            if (table.byFirstWord.TryGetValue(FirstWord(name, 0), out var names) && names.Contains(name))
                return true;
        return false;
    }

    /// <summary>The longest known name that stands at the position, and where it ends; null when none does.</summary>
    public (string Name, int End)? Longest(string text, int position)
    {
        var word = FirstWord(text, position);
        (string Name, int End)? best = null;
        for (var table = this; table is not null; table = table.Parent)
        {
            if (!table.byFirstWord.TryGetValue(word, out var names)) continue;
            foreach (var name in names)
                if (End(text, position, name) is { } end && (best is null || end > best.Value.End))
                    best = (name, end);
        }
        return best;
    }

    /// <summary>Where the name ends when it stands here. A blank in it matches any white space.</summary>
    private static int? End(string text, int position, string name)
    {
        foreach (var c in name)
        {
            if (c == ' ')
            {
                var start = position;
                while (position < text.Length && Characters.IsSpace(text[position])) position++;
                if (position == start) return null;
            }
            else if (position >= text.Length || text[position++] != c)
                return null;
        }
        return position < text.Length && Characters.IsNamePart(name[^1]) && Characters.IsNamePart(text[position]) ? null : position;
    }

    private static string FirstWord(string text, int position)
    {
        var end = position;
        while (end < text.Length && Characters.IsNamePart(text[end])) end++;
        return text[position..end];
    }
}
