using CaseFlow.Engine.Decisions;

namespace CaseFlow.Engine.Tests.Decisions;

public sealed class RequirementGraphTests
{
    private static readonly string Graph =
        Dmn.Input("i", "申请 金额", "number")
        + Dmn.Decision("base", "base fee", Dmn.Literal("申请 金额 * 2"), Dmn.NeedsInput("#i"))
        + Dmn.Decision("total", "total", Dmn.Literal("base fee + surcharge(申请 金额, 0.1)"), Dmn.NeedsInput("#i") + Dmn.NeedsDecision("#base") + Dmn.NeedsKnowledge("#s"))
        + "<businessKnowledgeModel id=\"s\" name=\"surcharge\"><encapsulatedLogic><formalParameter name=\"amount\" typeRef=\"number\"/><formalParameter name=\"rate\"/>"
        + Dmn.Literal("amount * rate") + "</encapsulatedLogic></businessKnowledgeModel>"
        + "<decisionService id=\"srv\" name=\"pricing\"><variable name=\"pricing\"/><outputDecision href=\"#total\"/><inputDecision href=\"#base\"/><inputData href=\"#i\"/></decisionService>"
        + Dmn.Decision("call", "call", Dmn.Literal("pricing(100, 7)"), Dmn.NeedsKnowledge("#srv"));

    [Theory]
    [InlineData("total", "210")]
    [InlineData("base fee", "200")]
    [InlineData("base", "200")]
    [InlineData("call", "17")]
    public void Evaluates_what_a_decision_requires(string decision, string value) =>
        Assert.Equal(value, Dmn.Value(Dmn.Read(Graph), decision, ("申请 金额", "100")));

    [Fact]
    public void A_service_takes_its_input_decisions_from_outside() =>
        Assert.Equal("17", Dmn.Value(Dmn.Read(Graph), "pricing", ("申请 金额", "100"), ("base fee", "7")));

    [Fact]
    public void A_knowledge_model_can_be_called_by_name() =>
        Assert.Equal("5", Dmn.Value(Dmn.Read(Graph), "surcharge", ("amount", "50"), ("rate", "0.1")));

    [Fact]
    public void Tells_the_inputs_it_saw()
    {
        var result = Dmn.Ask(Dmn.Read(Graph), "total", ("申请 金额", "[100]"), ("other", "1"));
        Assert.Equal("申请 金额=100", string.Join(' ', result.Inputs.Select(input => $"{input.Key}={input.Value}")));
    }

    [Fact]
    public void Sees_only_what_it_requires() =>
        Assert.Equal("null", Dmn.Value(Dmn.Read(Dmn.Input("i", "i") + Dmn.Decision("d", "d", Dmn.Literal("i"))), "d", ("i", "1")));

    [Fact]
    public void Says_which_decision_it_lacks()
    {
        var result = Dmn.Ask(Dmn.Read(Graph), "nothing");
        Assert.Equal("Expected a decision of test, but it has none named \"nothing\".", result.Error);
    }

    [Fact]
    public void Lists_its_decisions_and_inputs()
    {
        var model = Dmn.Read(Graph);
        Assert.Equal(["base/base fee", "total/total", "call/call"], model.Decisions.Select(decision => $"{decision.Id}/{decision.Name}"));
        Assert.Equal(["申请 金额"], model.Inputs.ToArray());
    }

    [Fact]
    public void Reads_an_imported_model_behind_its_name()
    {
        var rates = Dmn.ReadAll(Dmn.Definitions(
            "<itemDefinition name=\"tRate\"><typeRef>number</typeRef></itemDefinition>" + Dmn.Input("a", "age", "number")
            + Dmn.Decision("r", "rate for age", Dmn.Literal("if age > 60 then 0.5 else 1"), Dmn.NeedsInput("#a")), "urn:rates"));
        var model = Dmn.ReadAll(Dmn.Definitions(
            $"<import name=\"our rates\" namespace=\"urn:rates\" importType=\"{Dmn.Namespace}\"/>"
            + Dmn.Decision("d", "d", Dmn.Literal("our rates.rate for age * 10"), Dmn.NeedsDecision("urn:rates#r"), "our rates.tRate")), rates);
        Assert.Equal("5", Dmn.Value(model, "d", ("our rates", "{age: 70}")));
        Assert.Equal("10", Dmn.Value(model, "d", ("age", "30")));
    }

    [Fact]
    public void Asks_a_model_imported_on_two_ways_once_for_each()
    {
        var person = Dmn.ReadAll(Dmn.Definitions(
            Dmn.Input("n", "name", "string") + Dmn.Decision("g", "greeting", Dmn.Literal("\"Hello, \" + name"), Dmn.NeedsInput("#n")), "urn:person"));
        var (left, right) = (Greeter("urn:left", person), Greeter("urn:right", person));
        var model = Dmn.ReadAll(Dmn.Definitions(
            Import("left", "urn:left") + Import("right one", "urn:right")
            + Dmn.Decision("d", "d", Dmn.Literal("left.said + right one.said"), Dmn.NeedsDecision("urn:left#s") + Dmn.NeedsDecision("urn:right#s"))), left, right);
        Assert.Equal(
            "\"Hello, Li!Hello, Wang!\"",
            Dmn.Value(model, "d", ("left", "{person: {name: \"Li\"}}"), ("right one", "{person: {name: \"Wang\"}}")));
        Assert.Equal("\"Hello, Li!Hello, Li!\"", Dmn.Value(model, "d", ("name", "\"Li\"")));
    }

    private static DecisionModel Greeter(string modelNamespace, DecisionModel person) => Dmn.ReadAll(
        Dmn.Definitions(Import("person", "urn:person") + Dmn.Decision("s", "said", Dmn.Literal("person.greeting + \"!\""), Dmn.NeedsDecision("urn:person#g")), modelNamespace),
        person);

    private static string Import(string name, string modelNamespace) => $"<import name=\"{name}\" namespace=\"{modelNamespace}\" importType=\"{Dmn.Namespace}\"/>";

    [Fact]
    public void Calls_what_another_model_offers()
    {
        var library = Dmn.ReadAll(Dmn.Definitions(
            Dmn.Input("a", "age", "number")
            + "<businessKnowledgeModel id=\"k\" name=\"twice as much\"><encapsulatedLogic><formalParameter name=\"n\" typeRef=\"number\"/>" + Dmn.Literal("n * 2") + "</encapsulatedLogic></businessKnowledgeModel>"
            + Dmn.Decision("old", "is old", Dmn.Literal("age > 60"), Dmn.NeedsInput("#a"))
            + "<decisionService id=\"s\" name=\"old age\"><variable name=\"old age\"/><outputDecision href=\"#old\"/><inputData href=\"#a\"/></decisionService>", "urn:library"));
        var model = Dmn.ReadAll(Dmn.Definitions(
            Import("lib", "urn:library")
            + Dmn.Decision("d", "d", Dmn.Literal("[lib.twice as much(21), lib.old age(61), lib.old age(age: 60)]"), Dmn.NeedsKnowledge("urn:library#k") + Dmn.NeedsKnowledge("urn:library#s"))
            + Dmn.Decision("b", "b", "<invocation>" + Dmn.Literal("lib.twice as much") + "<binding><parameter name=\"n\"/>" + Dmn.Literal("4") + "</binding></invocation>", Dmn.NeedsKnowledge("urn:library#k"))), library);
        Assert.Equal(("[42, true, false]", "8"), (Dmn.Value(model, "d"), Dmn.Value(model, "b")));
    }

    [Fact]
    public void Stops_an_endless_function()
    {
        var model = Dmn.Read(
            "<businessKnowledgeModel id=\"k\" name=\"again\"><encapsulatedLogic><formalParameter name=\"n\"/>" + Dmn.Literal("again(n + 1)")
            + "</encapsulatedLogic></businessKnowledgeModel>" + Dmn.Decision("d", "d", Dmn.Literal("again(1)"), Dmn.NeedsKnowledge("#k")));
        Assert.Equal("Expected at most 200 calls within calls, but there are more.", Dmn.Ask(model, "d").Error);
    }

    [Fact]
    public void Answers_the_same_to_many_threads()
    {
        var model = Dmn.Read(Graph);
        var answers = new string[200];
        Parallel.For(0, answers.Length, i => answers[i] = Dmn.Value(model, "total", ("申请 金额", "100")));
        Assert.All(answers, answer => Assert.Equal("210", answer));
    }
}
