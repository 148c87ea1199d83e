using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel;

/// <summary>A type of FEEL (DMN 1.5, section 10.3.2.9): what "instance of" asks, and what values are made to fit.</summary>
internal abstract record FeelType
{
    public static FeelType Any { get; } = new AnyType();

    /// <summary>True when the value belongs to the type; null belongs to every type.</summary>
    public bool Accepts(FeelValue value) => value.IsNull || Holds(value);

    /// <summary>"instance of": here null belongs to its own type only.</summary>
    public virtual bool IsTypeOf(FeelValue value) => !value.IsNull && Holds(value);

    protected abstract bool Holds(FeelValue value);

    /// <summary>The value as this type: itself, its only item, a list of it, a date as its midnight; otherwise null (section 10.3.2.9.4).</summary>
    public virtual FeelValue Coerce(FeelValue value)
    {
        if (Accepts(value)) return value;
        return value is FeelList { Items.Length: 1 } list && Accepts(list.Items[0]) ? list.Items[0] : FeelValue.Null;
    }
}

internal sealed record AnyType : FeelType
{
    protected override bool Holds(FeelValue value) => true;
}

internal sealed record NullType : FeelType
{
    public override bool IsTypeOf(FeelValue value) => value.IsNull;

    protected override bool Holds(FeelValue value) => false;
}

/// <summary>One of the simple kinds, by its FEEL name.</summary>
internal sealed record SimpleType(string Name) : FeelType
{
    private static readonly Dictionary<string, FeelType> ByName = new(StringComparer.Ordinal)
    {
        ["Any"] = Any,
        ["Null"] = new NullType(),
        ["number"] = new SimpleType("number"),
        ["string"] = new SimpleType("string"),
        ["boolean"] = new SimpleType("boolean"),
        ["date"] = new SimpleType("date"),
        ["time"] = new SimpleType("time"),
        ["date and time"] = new SimpleType("date and time"),
        ["dateTime"] = new SimpleType("date and time"),
        ["days and time duration"] = new SimpleType("days and time duration"),
        ["dayTimeDuration"] = new SimpleType("days and time duration"),
        ["years and months duration"] = new SimpleType("years and months duration"),
        ["yearMonthDuration"] = new SimpleType("years and months duration"),
        ["list"] = new ListType(Any),
        ["context"] = new ContextType([]),
        ["function"] = new FunctionType(null, Any),
        ["range"] = new RangeType(Any),
    };

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The built-in type of this name, or null.</summary>
    public static FeelType? Find(string name) => ByName.GetValueOrDefault(name);

    protected override bool Holds(FeelValue value) => Name == NameOf(value);

    public override FeelValue Coerce(FeelValue value) =>
        Name == "date and time" && value is FeelDate ? Arithmetic.Moment(value)! : base.Coerce(value);

    private static string? NameOf(FeelValue value) => value switch
    {
        FeelNumber => "number",
        FeelString => "string",
        FeelBoolean => "boolean",
        FeelDate => "date",
        FeelTime => "time",
        FeelDateTime => "date and time",
        FeelDaysTimeDuration => "days and time duration",
        FeelYearsMonthsDuration => "years and months duration",
        _ => null,
    };
}

internal sealed record ListType(FeelType Item) : FeelType
{
    protected override bool Holds(FeelValue value)
    {
        if (value is not FeelList list) return false;
        foreach (var item in list.Items)
            if (!Item.Accepts(item))
                return false;
        return true;
    }

    public override FeelValue Coerce(FeelValue value)
    {
        if (Accepts(value)) return value;
        return value is not FeelList && Item.Accepts(value) ? new FeelList([value]) : FeelValue.Null;
    }
}

internal sealed record ContextType(KeyValuePair<string, FeelType>[] Fields) : FeelType
{
    protected override bool Holds(FeelValue value)
    {
        if (value is not FeelContext context) return false;
        foreach (var field in Fields)
            if (context.Find(field.Key) is not { } entry || !field.Value.Accepts(entry))
                return false;
        return true;
    }
}

internal sealed record RangeType(FeelType Item) : FeelType
{
    protected override bool Holds(FeelValue value) => value is FeelRange range && Item.Accepts(range.Start) && Item.Accepts(range.End);
}

/// <summary>A function of given parameter types; null parameters stand for any.</summary>
internal sealed record FunctionType(FeelType[]? Parameters, FeelType Result) : FeelType
{
    protected override bool Holds(FeelValue value) =>
        value is FeelFunction function
        && (Parameters is null || function is not Closure closure || (closure.Names.Length == Parameters.Length && Fits(closure)));

    /// <summary>A function that says nothing of its result takes on this type's: it is checked at each call.</summary>
    public override FeelValue Coerce(FeelValue value) =>
        base.Coerce(value is Closure { Result: AnyType } closure ? closure with { Result = Result } : value);

    private bool Fits(Closure closure)
    {
        for (var i = 0; i < Parameters!.Length; i++)
            if (!Conformance.Conforms(Parameters[i], closure.Types[i]))
                return false;
        return Conformance.Conforms(closure.Result, Result);
    }
}
