using CaseFlow.Engine.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Feel;

/// <summary>Whatever an author types, the answer is a value, a syntax error or a limit: never another exception, never a long wait.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "1", "0.5", "-", "+", "*", "/", "**", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "\"a\"", "\"", "@\"P1D\"", "@", "x", "居民", "?",
        "for ", "in ", "return ", "if ", "then ", "else ", "some ", "every ", "satisfies ", "function", "instance of ", "between ", "and ", "or ",
        "not(", "count(", "sort(", "matches(", "replace(", "string(", "partial", "item", "null", "true", " ", "\n", "//", "/*", "\\", "'", "😀", "<", ">=", "=",
    ];

    private static readonly string[] Functions =
    [
        "abs", "count", "sum", "string", "reverse", "flatten", "distinct values", "get entries", "upper case", "string length", "date", "duration",
        "min", "mode", "range", "not", "even", "floor", "day of week", "exp", "sqrt", "context merge", "string join",
    ];

    private static readonly string[] Leaves = ["1", "0", "-2.5", "\"a\"", "null", "true", "@\"2026-01-05\"", "@\"P1D\"", "[1..3]", "[]", "{a: 1}", "x", "item"];

    [Fact]
    public void Random_texts_end_in_a_value_or_a_syntax_error()
    {
        var texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text => Ends(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(4_000).WithEndSize(60));
    }

    [Fact]
    public void Random_characters_end_in_a_value_or_a_syntax_error() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => text is null || Ends(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Random_expressions_end_and_give_the_same_again()
    {
        var expressions = Gen.Choose(0, int.MaxValue - 1).Select(seed => Build(new Random(seed), 5));
        Prop.ForAll(expressions.ToArbitrary(), text => Ends(text) && Result(text) == Result(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));
    }

    private static bool Ends(string text)
    {
        Result(text);
        try
        {
            FeelUnaryTests.Parse(text).Matches(FeelValue.From(1m), Evaluate.Scope(("x", "[1, 2]")), new FeelLimits(Steps: 5_000));
        }
        catch (FeelSyntaxException error)
        {
            Assert.True(error.Line >= 1 && error.Column >= 1);
        }
        catch (FeelLimitException)
        {
            // An answer like any other.
        }
        return true;
    }

    private static string Result(string text)
    {
        try
        {
            return FeelExpression.Parse(text).Evaluate(Evaluate.Scope(("x", "[1, 2]")), new FeelLimits(Steps: 5_000)).ToString();
        }
        catch (Exception error) when (error is FeelSyntaxException or FeelLimitException)
        {
            return error.Message;
        }
    }

    private static string Build(Random random, int depth)
    {
        if (depth == 0) return Leaves[random.Next(Leaves.Length)];
        string Next() => Build(random, depth - 1);
        string[] operators = [" + ", " - ", " * ", " / ", " ** ", " = ", " < ", " and ", " or ", " in "];
        return random.Next(10) switch
        {
            0 => $"({Next()}{operators[random.Next(operators.Length)]}{Next()})",
            1 => $"if {Next()} then {Next()} else {Next()}",
            2 => $"(for i in {Next()} return {Next()})",
            3 => $"(some i in {Next()} satisfies {Next()})",
            4 => $"({Next()})[{Next()}]",
            5 => $"{{a: {Next()}, b: {Next()}}}.b",
            6 => $"[{Next()}, {Next()}]",
            7 => $"{Functions[random.Next(Functions.Length)]}({Next()})",
            8 => $"(function(i) {Next()})({Next()})",
            _ => Leaves[random.Next(Leaves.Length)],
        };
    }
}
