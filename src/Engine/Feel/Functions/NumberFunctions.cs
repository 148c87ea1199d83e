using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    public static BuiltIn[] All { get; } =
    [
        Scaled("decimal", "n, scale", Rounding.HalfEven),
        Scaled("floor", "n, scale?", Rounding.Floor),
        Scaled("ceiling", "n, scale?", Rounding.Ceiling),
        Scaled("round up", "n, scale", Rounding.Up),
        Scaled("round down", "n, scale", Rounding.Down),
        Scaled("round half up", "n, scale", Rounding.HalfUp),
        Scaled("round half down", "n, scale", Rounding.HalfDown),
        new("abs", [Form.Of("n", Absolute)]),
        new("modulo", [Form.Of("dividend, divisor", args => args.Number(0) is { } a && args.Number(1) is { } b ? Arithmetic.FromNullable(Modulo(a, b)) : null)]),
        Unary("sqrt", "number", Exponent.SquareRoot),
        Unary("log", "number", Exponent.Log),
        Unary("exp", "number", Exponent.Exp),
        new("odd", [Form.Of("number", args => IsEven(args) is { } even ? FeelValue.From(!even) : null)]),
        new("even", [Form.Of("number", args => IsEven(args) is { } even ? FeelValue.From(even) : null)]),
    ];

    private static BuiltIn Unary(string name, string parameter, Func<decimal, decimal?> body) =>
        new(name, [Form.Of(parameter, args => args.Number(0) is { } number ? Arithmetic.FromNullable(body(number)) : null)]);

    private static BuiltIn Scaled(string name, string parameters, Func<decimal, decimal, decimal?> body) => new(name,
    [
        Form.Of(parameters, args =>
        {
            var scale = args.Count > 1 ? args.Number(1) : 0;
            return args.Number(0) is { } number && scale is not null ? Arithmetic.FromNullable(body(number, scale.Value)) : null;
        }),
    ]);

    private static FeelValue? Absolute(Arguments args) => args[0] switch
    {
        FeelDaysTimeDuration duration => new FeelDaysTimeDuration(Math.Abs(duration.Seconds)),
        FeelYearsMonthsDuration duration => new FeelYearsMonthsDuration(Math.Abs(duration.Months)),
        _ => args.Number(0) is { } number ? new FeelNumber(Math.Abs(number)) : null,
    };

    /// <summary>With the divisor's sign.</summary>
    private static decimal? Modulo(decimal dividend, decimal divisor)
    {
        if (divisor == 0) return null;
        var rest = Exponent.Guarded(dividend, divisor, decimal.Remainder);
        return rest is { } value && value != 0 && value < 0 != divisor < 0 ? value + divisor : rest;
    }

    private static bool? IsEven(Arguments args) =>
        args.Number(0) is { } number && number == decimal.Truncate(number) ? number % 2 == 0 : null;
}
