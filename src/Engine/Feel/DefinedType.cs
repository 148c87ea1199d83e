using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel;

/// <summary>An item definition: a type by name, known from elsewhere in the file, with the values it allows.</summary>
internal sealed record DefinedType(string Name) : FeelType
{
    /// <summary>What the name stands for; set once all definitions are read, as they may refer to each other.</summary>
    public FeelType Base { get; set; } = Any;

    public TestNode? Allowed { get; set; }

    protected override bool Holds(FeelValue value) => Base.Accepts(value) && Allows(value);

    public override FeelValue Coerce(FeelValue value)
    {
        if (value.IsNull) return value;
        var coerced = Base.Coerce(value);
        return Allows(coerced) ? coerced : FeelValue.Null;
    }

    private bool Allows(FeelValue value) =>
        Allowed is null || Allowed.Matches(value, EmptyFrame.Instance, new Evaluation(default, FeelLimits.Default)) != false;

    public bool Equals(DefinedType? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
