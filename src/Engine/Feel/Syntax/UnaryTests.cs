using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Unary tests: a decision table's input cells, and what stands behind "in".</summary>
internal sealed partial class Parser
{
    public TestNode ParseUnaryTests()
    {
        if (token.Kind == TokenKind.End) return new AnyTest();
        if (token.Is("-") && lexer.Read(token.End).Kind == TokenKind.End) return new AnyTest();
        if (token.Is("not") && lexer.Read(token.End).Is("(") && TryNot() is { } negated) return negated;
        var test = TestList();
        ExpectEnd();
        return test;
    }

    /// <summary>not(…) around the whole text; null, and back at the start, when it is only part of an expression.</summary>
    private NotTest? TryNot()
    {
        var start = token.Start;
        var names = free.ToArray();
        Advance();
        Expect("(");
        var test = TestList();
        Expect(")");
        if (token.Kind == TokenKind.End) return new NotTest(test);
        MoveTo(start);
        free.IntersectWith(names);
        return null;
    }

    private TestNode TestList()
    {
        List<TestNode> tests = [NumberTest.Of(Test(true))];
        while (TryTake(",")) tests.Add(NumberTest.Of(Test(true)));
        return tests.Count == 1 ? tests[0] : new AnyOfTest([.. tests]);
    }

    private TestNode Test(bool truthDecides)
    {
        if (ComparisonOf(token) is { } comparison)
        {
            Advance();
            return new CompareTest(comparison, Sum());
        }
        return ExpressionTestOf(Expression, truthDecides);
    }

    private TestNode ExpressionTestOf(Func<Node> parse, bool truthDecides)
    {
        var outer = readsInput;
        readsInput = false;
        var node = parse();
        var reads = readsInput && truthDecides;
        readsInput |= outer;
        return node is Literal literal ? new ConstantTest(literal.Value) : new ExpressionTest(node, reads, truthDecides);
    }

    /// <summary>Behind "in": one test, or several in parentheses.</summary>
    private TestNode InTest()
    {
        if (ComparisonOf(token) is not null) return Test(false);
        return token.Is("(") ? InParentheses() : ExpressionTestOf(Sum, false);
    }

    private TestNode InParentheses()
    {
        Expect("(");
        var first = Test(false);
        if (token.Is("..") && first is ConstantTest or ExpressionTest) return RangeTest(first);
        List<TestNode> tests = [first];
        while (TryTake(",")) tests.Add(Test(false));
        Expect(")");
        return tests.Count == 1 ? first : new AnyOfTest([.. tests]);
    }

    private TestNode RangeTest(TestNode first)
    {
        var start = first is ConstantTest constant ? new Literal(constant.Value) : ((ExpressionTest)first).Expression;
        var range = RangeAfter(start, false);
        return range is Literal literal ? new ConstantTest(literal.Value) : new ExpressionTest(range, false, false);
    }
}
