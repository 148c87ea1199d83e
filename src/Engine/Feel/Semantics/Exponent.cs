namespace CaseFlow.Engine.Feel.Semantics;

/// <summary>Powers, roots and logarithms of decimals, and guarded arithmetic that answers null where a decimal overflows.</summary>
internal static class Exponent
{
    public static decimal? Guarded(decimal a, decimal b, Func<decimal, decimal, decimal> operation)
    {
        try
        {
            return operation(a, b);
        }
        catch (Exception error) when (error is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    public static decimal? FromDouble(double value) => double.IsFinite(value) && Math.Abs(value) < 7.9e28 ? (decimal)value : null;

    /// <summary>Exact for whole exponents; otherwise as precise as a double.</summary>
    public static decimal? Power(decimal @base, decimal exponent)
    {
        if (exponent == decimal.Truncate(exponent) && Math.Abs(exponent) <= int.MaxValue) return WholePower(@base, (int)exponent);
        return exponent == 0.5m ? SquareRoot(@base) : FromDouble(Math.Pow((double)@base, (double)exponent));
    }

    /// <summary>Newton's iteration on top of the double's root, so that it is exact to the last digit of a decimal.</summary>
    public static decimal? SquareRoot(decimal value)
    {
        if (value < 0) return null;
        if (value == 0) return 0;
        var root = (decimal)Math.Sqrt((double)value);
        for (var i = 0; i < 4 && root != 0; i++) root = (root + value / root) / 2;
        return Trim(root, value);
    }

    /// <summary>e to the power of the value.</summary>
    public static decimal? Exp(decimal value)
    {
        if (value > 66) return null;
        if (value < -66) return 0;
        var whole = decimal.Round(value);
        var rest = value - whole;
        decimal term = 1, sum = 1;
        for (var i = 1; i < 40 && term != 0; i++) sum += term = term * rest / i;
        return WholePower(2.7182818284590452353602874714m, (int)whole) is { } scale ? Guarded(scale, sum, decimal.Multiply) : null;
    }

    /// <summary>Natural logarithm; null where there is none.</summary>
    public static decimal? Log(decimal value)
    {
        if (value <= 0) return null;
        var result = (decimal)Math.Log((double)value);
        for (var i = 0; i < 2; i++)
            if (Exp(result) is { } back && back != 0)
                result += 2 * (value - back) / (value + back);
        return result;
    }

    private static decimal? WholePower(decimal @base, int exponent)
    {
        if (@base == 0) return exponent > 0 ? 0 : exponent == 0 ? 1 : null;
        try
        {
            var (result, factor) = (1m, @base);
            for (var rest = Math.Abs((long)exponent); rest > 0; rest >>= 1)
            {
                if ((rest & 1) == 1) result *= factor;
                if (rest > 1) factor *= factor;
                if (factor == 0) return exponent < 0 ? null : 0;
            }
            return exponent < 0 ? 1m / result : result;
        }
        catch (Exception error) when (error is OverflowException or DivideByZeroException)
        {
            return exponent < 0 && Math.Abs(@base) > 1 ? 0 : null;
        }
    }

    /// <summary>Drops the digits a perfect square's root doesn't need: the root of 16 is 4.</summary>
    private static decimal Trim(decimal root, decimal value)
    {
        var rounded = decimal.Round(root, 12);
        return rounded != 0 && Guarded(rounded, rounded, decimal.Multiply) == value ? rounded : root;
    }
}
