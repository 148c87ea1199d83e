namespace CaseFlow.Engine.Feel.Functions;

/// <summary>Rounding to any number of decimals, negative ones included: to tens, to hundreds.</summary>
internal static class Rounding
{
    private const int MinScale = -6111;
    private const int MaxScale = 6176;

    public static decimal? HalfEven(decimal number, decimal scale) => Round(number, scale, (value, digits) => decimal.Round(value, digits));

    public static decimal? Up(decimal number, decimal scale) => Round(number, scale, Away);

    public static decimal? Down(decimal number, decimal scale) =>
        Round(number, scale, (value, digits) => decimal.Round(value, digits, MidpointRounding.ToZero));

    public static decimal? HalfUp(decimal number, decimal scale) =>
        Round(number, scale, (value, digits) => decimal.Round(value, digits, MidpointRounding.AwayFromZero));

    public static decimal? HalfDown(decimal number, decimal scale) => Round(number, scale, HalfTowardsZero);

    public static decimal? Floor(decimal number, decimal scale) =>
        Round(number, scale, (value, digits) => decimal.Round(value, digits, MidpointRounding.ToNegativeInfinity));

    public static decimal? Ceiling(decimal number, decimal scale) =>
        Round(number, scale, (value, digits) => decimal.Round(value, digits, MidpointRounding.ToPositiveInfinity));

    private static decimal Away(decimal value, int digits) =>
        decimal.Round(value, digits, value < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity);

    private static decimal HalfTowardsZero(decimal value, int digits)
    {
        var down = decimal.Round(value, digits, MidpointRounding.ToZero);
        return Math.Abs(value - down) > new decimal(5, 0, 0, false, (byte)Math.Min(digits + 1, 28)) ? Away(value, digits) : down;
    }

    private static decimal? Round(decimal number, decimal scale, Func<decimal, int, decimal> round)
    {
        if (scale is < MinScale or > MaxScale) return null;
        var digits = (int)decimal.Truncate(scale);
        if (digits >= 28) return number;
        if (digits >= 0) return round(number, digits);
        if (digits < -28) return round(Math.Sign(number) * 1e-28m, 0) == 0 ? 0 : null;
        var unit = 1m;
        for (var i = 0; i > digits; i--) unit *= 10;
        return Semantics.Exponent.Guarded(round(number / unit, 0), unit, decimal.Multiply);
    }
}
