using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests.Decisions;

public sealed class DmnReaderTests
{
    [Theory]
    [InlineData("<decision id=\"d\" name=\"d\"><literalExpression><text>\n1 +</text></literalExpression></decision>", "d", 2,
        "Expected FEEL, but \"1 +\" is not (line 3, column 4 of the expression). Expected a value, but the text ends.")]
    [InlineData("<decision id=\"d\" name=\"d\"><literalExpression id=\"l\" expressionLanguage=\"urn:javascript\"><text>1</text></literalExpression></decision>", "l", 2,
        "Expected FEEL, but the expression is written in urn:javascript.")]
    [InlineData("<decision id=\"d\" name=\"d\"><magic/></decision>", "d", 2, "Expected an element of the standard, but <magic> is none.")]
    [InlineData("<magic id=\"m\"/>", "m", 2, "Expected an element that can be run, but <magic> can't.")]
    [InlineData("<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#x\"/></informationRequirement></decision>", "d", 2,
        "Expected <requiredInput> to name an element, but there is no \"#x\".")]
    [InlineData("<import name=\"i\" namespace=\"urn:x\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>", "i", 2,
        "Expected the imported model urn:x to be there, but it is not.")]
    [InlineData("<decision id=\"a\" name=\"a\"/><decision id=\"a\" name=\"b\"/>", "a", 2, "Expected ids to be used once, but a is used again.")]
    [InlineData("<decision id=\"a\"/>", "a", 2, "Expected a name, but this <decision> has none.")]
    [InlineData("<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>", "t", 2, "Expected a type that is defined by others, but t is defined by itself.")]
    [InlineData("<decision id=\"d\" name=\"d\"><decisionTable hitPolicy=\"LAST\"><output/></decisionTable></decision>", "d", 2,
        "Expected a hit policy of the standard, but found \"LAST\".")]
    [InlineData("<decision id=\"d\" name=\"d\"><decisionTable><input><inputExpression><text>1</text></inputExpression></input><output/><rule id=\"r\"><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>", "r", 2,
        "Expected 1 input entries, but rule 1 has 0.")]
    public void Refuses_by_element_and_line(string content, string element, int line, string message)
    {
        var result = DmnReader.Read(Dmn.Definitions("\n" + content), "a.dmn");
        Assert.Equal(new DmnProblem("a.dmn", element, line, message), result.Problems[0]);
        Assert.False(result.Ok);
    }

    [Fact]
    public void Finds_decisions_that_require_themselves()
    {
        var circle = Dmn.Decision("a", "a", Dmn.Literal("b"), Dmn.NeedsDecision("#b")) + Dmn.Decision("b", "b", Dmn.Literal("a"), Dmn.NeedsDecision("#a"));
        var result = DmnReader.Read(Dmn.Definitions(circle), "a.dmn");
        Assert.Equal(["Expected requirements without a circle, but a comes to require itself."], result.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY e \"x\">]><definitions/>")]
    [InlineData("<definitions>")]
    [InlineData("not XML")]
    [InlineData("<definitions/>")]
    public void Refuses_what_is_no_DMN_without_a_model(string xml)
    {
        var result = DmnReader.Read(xml, "a.dmn");
        Assert.Null(result.Model);
        Assert.Single(result.Problems);
    }

    [Fact]
    public void Refuses_files_nested_too_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("<list>", 5_000)) + string.Concat(Enumerable.Repeat("</list>", 5_000));
        Assert.Null(DmnReader.Read(Dmn.Definitions(Dmn.Decision("d", "d", deep)), "a.dmn").Model);
    }

    [Fact]
    public void Warns_of_functions_it_does_not_run()
    {
        var result = DmnReader.Read(Dmn.Definitions(
            "<businessKnowledgeModel id=\"k\" name=\"k\"><encapsulatedLogic kind=\"Java\"><context/></encapsulatedLogic></businessKnowledgeModel>"), "a.dmn");
        Assert.True(result.Ok);
        Assert.Equal(["Expected a function in FEEL, but this one is Java: it is not run, and answers null."], result.Warnings.Select(warning => warning.Message));
    }

    [Fact]
    public void Warns_of_names_nothing_is_called()
    {
        var content = Dmn.Input("i", "amount") + Dmn.Decision("d", "d", Dmn.Literal("amount + amuont + 人数"), Dmn.NeedsInput("#i"));
        Assert.Equal(
            ["Expected a name that is defined, but nothing here is called \"amuont\": it is null.", "Expected a name that is defined, but nothing here is called \"人数\": it is null."],
            DmnReader.Read(Dmn.Definitions(content), "a.dmn").Warnings.Select(warning => warning.Message));
    }

    [Fact]
    public void Keeps_the_readable_decisions_for_a_trial()
    {
        var result = DmnReader.Read(Dmn.Definitions(Dmn.Decision("a", "a", Dmn.Literal("1 +")) + Dmn.Decision("b", "b", Dmn.Literal("2"))), "a.dmn");
        Assert.False(result.Ok);
        Assert.Equal("2", Dmn.Value(result.Model!, "b"));
        Assert.StartsWith("Expected FEEL", Dmn.Ask(result.Model!, "a").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<decision id=\"d\" name=\"d\"><magic/></decision>", "d: Expected an element of the standard, but <magic> is none.")]
    [InlineData("<decision id=\"d\" name=\"d\"><literalExpression><text>1</text></literalExpression><literalExpression><text>2</text></literalExpression></decision>", "d: Expected one expression in d, but <literalExpression> follows <literalExpression>.")]
    public void Refuses_what_it_would_have_to_ignore(string content, string problem)
    {
        var problems = DmnReader.Read(Dmn.Definitions(content), "test.dmn").Problems;
        Assert.Contains(problem, problems.Select(found => $"{found.Element}: {found.Message}"));
    }

    [Fact]
    public void Names_each_thing_of_others_that_it_ignores_once()
    {
        const string content = """
            <import name="scores" namespace="urn:pmml" importType="http://www.dmg.org/PMML-4_1"/>
            <itemDefinition name="t" typeLanguage="urn:xsd"><typeRef>string</typeRef></itemDefinition>
            <decision xmlns:tool="urn:tool" id="d" name="d" tool:colour="red" colour="red"><extensionElements><tool:note/><tool:note/></extensionElements>
            <decisionTable id="t1" hitPolicy="UNIQUE" aggregation="SUM" tool:colour="blue"><output/><rule id="r"><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
            """;
        Assert.Equal(
            [
                "d: Expected attributes of the standard, but tool:colour is none: it is ignored.",
                "d: Expected attributes of the standard, but colour is none: it is ignored.",
                "d: Expected no extension, but <note> of urn:tool is one: it is ignored.",
                "scores: Expected an import of DMN, but this one is of http://www.dmg.org/PMML-4_1: it is ignored.",
                "t: Expected a type of FEEL, but t is of urn:xsd: its values are not checked.",
                "t1: Expected the hit policy COLLECT with the aggregation SUM, but there is another: the aggregation is ignored.",
            ],
            DmnReader.Read(Dmn.Definitions(content), "test.dmn").Warnings.Select(warning => $"{warning.Element}: {warning.Message}"));
    }
}
