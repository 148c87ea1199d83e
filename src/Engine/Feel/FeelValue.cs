namespace CaseFlow.Engine.Feel;

/// <summary>
/// A value of FEEL (DMN 1.5, section 10.3.2.2), and the only kind of value a case variable holds.
/// Equality is structural; FEEL's own three-valued "=" lives in the evaluator.
/// </summary>
public abstract record FeelValue
{
    private protected FeelValue()
    {
    }

    /// <summary>The one null value: unknown, absent, or the outcome of an expression that has none.</summary>
    public static FeelValue Null { get; } = new FeelNull();

    /// <summary>True when this is <see cref="Null"/>.</summary>
    public bool IsNull => this is FeelNull;

    public static FeelValue From(bool value) => value ? FeelBoolean.True : FeelBoolean.False;

    public static FeelValue From(decimal value) => new FeelNumber(value);

    public static FeelValue From(string? value) => value is null ? Null : new FeelString(value);

    /// <summary>About how many characters the value takes written out, eight for a plain one. Shared parts count each time they occur.</summary>
    internal virtual long Weight => 8;

    /// <summary>How deep lists and contexts lie in each other; 0 for a plain value.</summary>
    internal virtual int Depth => 0;

    /// <summary>The value as FEEL text: a string in quotes, a date as 2026-01-05.</summary>
    public sealed override string ToString() => Semantics.FeelText.Literal(this);
}

/// <summary>FEEL null.</summary>
public sealed record FeelNull : FeelValue
{
    internal FeelNull()
    {
    }
}

/// <summary>true or false; the third truth value is <see cref="FeelNull"/>.</summary>
public sealed record FeelBoolean : FeelValue
{
    private FeelBoolean(bool value) => Value = value;

    public static FeelBoolean True { get; } = new(true);

    public static FeelBoolean False { get; } = new(false);

    public bool Value { get; }
}

/// <summary>A decimal number: 0.1 + 0.2 is 0.3. 28 significant digits (the standard asks for 34).</summary>
public sealed record FeelNumber(decimal Value) : FeelValue;

/// <summary>Unicode text; positions and lengths count code points, not UTF-16 units.</summary>
public sealed record FeelString(string Value) : FeelValue
{
    internal override long Weight => 8 + Value.Length;
}
