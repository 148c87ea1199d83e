namespace CaseFlow.Engine.Tests.Decisions;

public sealed class BoxedExpressionTests
{
    public static TheoryData<string, string> Boxes => new()
    {
        { "<context><contextEntry><variable name=\"a b\"/>" + Dmn.Literal("1") + "</contextEntry><contextEntry><variable name=\"c\"/>" + Dmn.Literal("a b + x") + "</contextEntry></context>", "{a b: 1, c: 6}" },
        { "<context><contextEntry><variable name=\"a\"/>" + Dmn.Literal("1") + "</contextEntry><contextEntry>" + Dmn.Literal("a + x") + "</contextEntry></context>", "6" },
        { "<list>" + Dmn.Literal("x") + Dmn.Literal("x * 2") + "</list>", "[5, 10]" },
        { "<relation><column name=\"a\"/><column name=\"b\"/><row>" + Dmn.Literal("1") + Dmn.Literal("x") + "</row><row>" + Dmn.Literal("3") + Dmn.Literal("4") + "</row></relation>", "[{a: 1, b: 5}, {a: 3, b: 4}]" },
        { "<for iteratorVariable=\"i\"><in>" + Dmn.Literal("[1, 2]") + "</in><return>" + Dmn.Literal("i * x + count(partial)") + "</return></for>", "[5, 11]" },
        { "<every iteratorVariable=\"i\"><in>" + Dmn.Literal("[1, 2]") + "</in><satisfies>" + Dmn.Literal("i < x") + "</satisfies></every>", "true" },
        { "<some iteratorVariable=\"i\"><in>" + Dmn.Literal("[1, 2]") + "</in><satisfies>" + Dmn.Literal("i > x") + "</satisfies></some>", "false" },
        { "<filter><in>" + Dmn.Literal("[4, 5, 6]") + "</in><match>" + Dmn.Literal("item >= x") + "</match></filter>", "[5, 6]" },
        { "<conditional><if>" + Dmn.Literal("x > 3") + "</if><then>" + Dmn.Literal("\"yes\"") + "</then><else>" + Dmn.Literal("\"no\"") + "</else></conditional>", "\"yes\"" },
        { "<invocation>" + Dmn.Literal("twice") + "<binding><parameter name=\"n\"/>" + Dmn.Literal("x") + "</binding></invocation>", "10" },
        { "<invocation>" + Dmn.Literal("twice") + "<binding><parameter name=\"m\"/>" + Dmn.Literal("x") + "</binding></invocation>", "null" },
        { "<context><contextEntry><variable name=\"f\"/><functionDefinition><formalParameter name=\"n\"/>" + Dmn.Literal("n + x") + "</functionDefinition></contextEntry><contextEntry>" + Dmn.Literal("f(1)") + "</contextEntry></context>", "6" },
        { "<relation><column name=\"a\" typeRef=\"number\"/><column name=\"b\" typeRef=\"string\"/><row>" + Dmn.Literal("[1]") + Dmn.Literal("x") + "</row></relation>", "[{a: 1, b: null}]" },
        { "<context><contextEntry><variable name=\"f\" typeRef=\"tStep\"/><functionDefinition><formalParameter name=\"n\" typeRef=\"number\"/>" + Dmn.Literal("n + x") + "</functionDefinition></contextEntry><contextEntry>" + Dmn.Literal("f(1)") + "</contextEntry></context>", "6" },
        { "<context><contextEntry><variable name=\"f\" typeRef=\"tStep\"/><functionDefinition><formalParameter name=\"n\" typeRef=\"number\"/>" + Dmn.Literal("\"text\"") + "</functionDefinition></contextEntry><contextEntry>" + Dmn.Literal("f(1)") + "</contextEntry></context>", "null" },
        { "<context><contextEntry><variable name=\"f\" typeRef=\"tStep\"/><functionDefinition><formalParameter name=\"n\" typeRef=\"string\"/>" + Dmn.Literal("1") + "</functionDefinition></contextEntry><contextEntry>" + Dmn.Literal("f(1)") + "</contextEntry></context>", "null" },
        { "<context><contextEntry><variable name=\"cos\"/><functionDefinition kind=\"Java\"><formalParameter name=\"n\"/><context><contextEntry><variable name=\"class\"/>" + Dmn.Literal("\"java.lang.Math\"") + "</contextEntry><contextEntry><variable name=\"method signature\"/>" + Dmn.Literal("\"cos(double)\"") + "</contextEntry></context></functionDefinition></contextEntry><contextEntry>" + Dmn.Literal("cos(x - 5)") + "</contextEntry></context>", "1" },
        { Dmn.Literal("[x]", "number"), "5" },
        { Dmn.Literal("\"a\"", "number"), "null" },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Evaluates_boxes(string box, string value)
    {
        var content = "<itemDefinition name=\"tStep\"><functionItem outputTypeRef=\"number\"><parameters name=\"n\" typeRef=\"number\"/></functionItem></itemDefinition>"
            + Dmn.Input("x", "x")
            + "<businessKnowledgeModel id=\"k\" name=\"twice\"><encapsulatedLogic><formalParameter name=\"n\"/>" + Dmn.Literal("n * 2") + "</encapsulatedLogic></businessKnowledgeModel>"
            + Dmn.Decision("d", "d", box, Dmn.NeedsInput("#x") + Dmn.NeedsKnowledge("#k"));
        Assert.Equal(value, Dmn.Value(Dmn.Read(content), "d", ("x", "5")));
    }
}
