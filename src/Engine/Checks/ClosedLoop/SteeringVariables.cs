using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>
/// Variables that only the flow's own output mappings set, to constants: the flow steers itself by them. Their values are known on every path,
/// so that no counter-example takes a way that they rule out. All other variables can be anything.
/// </summary>
internal sealed class SteeringVariables
{
    private const int Most = 8;

    private readonly ImmutableArray<string> _names;
    private readonly List<FeelValue> _values = [FeelValue.Null];

    /// <param name="given">Names that forms, answers and loops fill.</param>
    public SteeringVariables(Process process, IReadOnlySet<string> given)
    {
        var set = process.Elements.SelectMany(element => element.Outputs).ToLookup(output => output.Target, output => output.Source);
        var constant = set.Where(sources => !given.Contains(sources.Key) && sources.All(IsConstant)).Select(sources => sources.Key).ToHashSet(StringComparer.Ordinal);
        var asked = process.Flows.Select(flow => flow.Condition?.Names).OfType<IReadOnlyCollection<string>>().Where(names => names.All(constant.Contains)).SelectMany(names => names);
        _names = [.. asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most)];
    }

    public bool AreSetBy(Element element) => element.Outputs.Any(output => _names.Contains(output.Target));

    /// <summary>The values after an element's output mappings.</summary>
    public ulong After(ulong values, Element element)
    {
        foreach (var output in element.Outputs)
            if (_names.IndexOf(output.Target) is >= 0 and var place)
                values = values & ~(0xFFUL << (place * 8)) | (ulong)Number(output.Source.Evaluate(new Scope(this, values))) << (place * 8);
        return values;
    }

    /// <summary>Whether a condition holds; null: it depends on more than these variables.</summary>
    public bool? Holds(Expression condition, ulong values)
    {
        if (!condition.Names.All(name => _names.Contains(name))) return null;
        try
        {
            return condition.Evaluate(new Scope(this, values)) is FeelBoolean { Value: true };
        }
        catch (FeelLimitException)
        {
            return null;
        }
    }

    /// <summary>Without names to read and short: nothing in it can differ between two runs, but for the time, which is no steering.</summary>
    private static bool IsConstant(Expression source) => source.Names.Count == 0 && !source.Text.Contains('(', StringComparison.Ordinal);

    private int Number(FeelValue value)
    {
        var known = _values.FindIndex(other => other == value);
        if (known >= 0) return known;
        _values.Add(value);
        return Math.Min(_values.Count - 1, 0xFF);
    }

    private sealed class Scope(SteeringVariables variables, ulong values) : IFeelScope
    {
        public DateTimeOffset Now => DateTimeOffset.UnixEpoch;

        public FeelValue? Find(string name) =>
            variables._names.IndexOf(name) is >= 0 and var place ? variables._values[(int)(values >> (place * 8) & 0xFF)] : null;
    }
}
