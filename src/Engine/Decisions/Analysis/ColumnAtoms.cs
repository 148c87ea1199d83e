using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Decisions.Analysis;

/// <summary>The values of one input, cut into the parts that its cells tell apart. The first part is null.</summary>
internal sealed class ColumnAtoms
{
    private readonly List<Atom> atoms = [Atom.Point(FeelValue.Null)];
    private readonly Evaluation run = new(default, new FeelLimits(Steps: int.MaxValue));

    /// <param name="columns">The columns that ask for this value.</param>
    /// <param name="cells">Their cells; of those that are not made of constants alone nothing is known.</param>
    public ColumnAtoms(IReadOnlyList<AnalysedColumn> columns, IEnumerable<TestNode> cells)
    {
        Label = columns[0].Label;
        var allowed = columns.SelectMany(Allowed).ToArray();
        var values = new List<FeelValue>();
        foreach (var cell in cells) AddKnown(cell, values);
        var isKnown = allowed.All(test => AddKnown(test, values));
        var kind = Kind(columns[0].Type);
        Cut(values, kind);
        Domain = AtomSet.Of(Size, i => i > 0 && Fits(atoms[i].Example, kind, allowed));
        All = AtomSet.Of(Size, i => i == 0 || Domain.Contains(i));
        IsKnown = isKnown && !columns.Any(column => IsOpaque(column.Type))
            && (columns[0].IsPath || allowed.Length > 0 || kind?.Name == "boolean");
    }

    public string Label { get; }

    /// <summary>The parts that values of the column's type, and of those it allows, fall into; without null.</summary>
    public AtomSet Domain { get; }

    /// <summary>The same with null.</summary>
    public AtomSet All { get; }

    /// <summary>True when every part of the domain can surely occur.</summary>
    public bool IsKnown { get; }

    private int Size => atoms.Count;

    /// <summary>What a cell matches; null when that can't be told beforehand.</summary>
    public AtomSet? Matched(TestNode test)
    {
        if (!test.AddConstants([])) return null;
        return AtomSet.Of(Size, i => All.Contains(i) && test.Matches(atoms[i].Example, EmptyFrame.Instance, run) == true);
    }

    public AtomSet None => AtomSet.Of(Size, _ => false);

    public AtomSet Only(IEnumerable<int> chosen)
    {
        var set = chosen.ToHashSet();
        return AtomSet.Of(Size, set.Contains);
    }

    /// <summary>The first run of neighbours in a set, as a cell would say it.</summary>
    public string Describe(AtomSet set)
    {
        var first = set.Atoms.First();
        var last = first;
        while (last + 1 < Size && set.Contains(last + 1) && Touches(atoms[last], atoms[last + 1])) last++;
        return Atom.Describe(atoms[first], atoms[last]);
    }

    public FeelValue Example(AtomSet set) => atoms[set.Atoms.First()].Example;

    private static bool Touches(Atom left, Atom right) => left.High is not null && right.Low is not null && left.High == right.Low;

    private static bool AddKnown(TestNode test, List<FeelValue> values)
    {
        var own = new List<FeelValue>();
        if (!test.AddConstants(own)) return false;
        values.AddRange(own);
        return true;
    }

    private static IEnumerable<TestNode> Allowed(AnalysedColumn column)
    {
        if (column.Allowed is not null) yield return column.Allowed;
        var type = column.Type;
        for (var depth = 0; type is DefinedType defined && depth < 20; depth++, type = defined.Base)
            if (defined.Allowed is not null)
                yield return defined.Allowed;
    }

    private static SimpleType? Kind(FeelType type)
    {
        for (var depth = 0; type is DefinedType defined && depth < 20; depth++) type = defined.Base;
        return type as SimpleType;
    }

    private static bool IsOpaque(FeelType type)
    {
        for (var depth = 0; type is DefinedType defined && depth < 20; depth++) type = defined.Base;
        return type is not (SimpleType or AnyType);
    }

    private bool Fits(FeelValue example, SimpleType? kind, TestNode[] allowed) =>
        (kind is null || kind.Accepts(example)) && allowed.All(test => test.Matches(example, EmptyFrame.Instance, run) != false);

    private void Cut(List<FeelValue> values, SimpleType? kind)
    {
        if (kind is not null && Sample(kind.Name) is { } sample && !values.Exists(value => value.GetType() == sample.GetType())) Uncut(sample);
        if (kind is null && values.Count == 0) atoms.Add(new Atom(new FeelNumber(0), null, null));
        foreach (var group in values.GroupBy(value => value.GetType()))
        {
            if (group.Key == typeof(FeelString)) Texts([.. group.Distinct()]);
            else if (group.Key == typeof(FeelBoolean)) Uncut(FeelBoolean.True);
            else Ordered([.. group]);
        }
    }

    private void Uncut(FeelValue sample)
    {
        if (sample is not FeelBoolean)
        {
            atoms.Add(new Atom(sample, null, null));
            return;
        }
        atoms.Add(Atom.Point(FeelBoolean.True));
        atoms.Add(Atom.Point(FeelBoolean.False));
    }

    private void Texts(FeelValue[] values)
    {
        atoms.AddRange(values.Select(Atom.Point));
        var other = new FeelString("…");
        while (values.Contains(other)) other = new FeelString(other.Value + "…");
        atoms.Add(new Atom(other, null, null));
    }

    private void Ordered(List<FeelValue> values)
    {
        values.Sort((a, b) => Ordering.Compare(a, b) ?? 0);
        FeelValue? last = null;
        foreach (var value in values)
        {
            if (last is not null && Ordering.Compare(last, value) == 0) continue;
            var example = last is null ? Neighbours.Below(value) : Neighbours.Between(last, value);
            if (example is not null) atoms.Add(IsAlone(last, example, value) ? Atom.Point(example) : new Atom(example, last, value));
            atoms.Add(Atom.Point(value));
            last = value;
        }
        if (Neighbours.Above(last!) is { } above) atoms.Add(new Atom(above, last, null));
    }

    /// <summary>The one day, or month, between two others.</summary>
    private static bool IsAlone(FeelValue? low, FeelValue example, FeelValue high) =>
        low is not null && Neighbours.Between(low, example) is null && Neighbours.Between(example, high) is null;

    private static FeelValue? Sample(string kind) => kind switch
    {
        "number" => new FeelNumber(0),
        "string" => new FeelString("…"),
        "boolean" => FeelBoolean.True,
        "date" => FeelDate.Create(2026, 1, 5),
        "time" => new FeelTime(0, null),
        "date and time" => new FeelDateTime(FeelDate.Create(2026, 1, 5)!, new FeelTime(0, null)),
        "days and time duration" => new FeelDaysTimeDuration(0),
        "years and months duration" => new FeelYearsMonthsDuration(0),
        _ => null,
    };
}
