using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Decisions;

/// <summary>Short ways to write DMN, and to ask it.</summary>
internal static class Dmn
{
    public const string Namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    public static string Definitions(string content, string modelNamespace = "urn:test") =>
        $"<definitions xmlns=\"{Namespace}\" namespace=\"{modelNamespace}\" name=\"test\">{content}</definitions>";

    public static string Input(string id, string name, string type = "Any") =>
        $"<inputData id=\"{id}\" name=\"{name}\"><variable name=\"{name}\" typeRef=\"{type}\"/></inputData>";

    public static string Decision(string id, string name, string logic, string requires = "", string type = "Any") =>
        $"<decision id=\"{id}\" name=\"{name}\"><variable name=\"{name}\" typeRef=\"{type}\"/>{requires}{logic}</decision>";

    public static string Literal(string text, string type = "Any") =>
        $"<literalExpression typeRef=\"{type}\"><text>{System.Security.SecurityElement.Escape(text)}</text></literalExpression>";

    public static string NeedsInput(string href) => $"<informationRequirement><requiredInput href=\"{href}\"/></informationRequirement>";

    public static string NeedsDecision(string href) => $"<informationRequirement><requiredDecision href=\"{href}\"/></informationRequirement>";

    public static string NeedsKnowledge(string href) => $"<knowledgeRequirement><requiredKnowledge href=\"{href}\"/></knowledgeRequirement>";

    public static DecisionModel Read(string content) => ReadAll(Definitions(content));

    public static DecisionModel ReadAll(string xml, params DecisionModel[] imports)
    {
        var result = DmnReader.Read(xml, "test.dmn", imports);
        Assert.Empty(result.Problems);
        return result.Model!;
    }

    public static DecisionResult Ask(DecisionModel model, string decision, params (string Name, string Feel)[] inputs) =>
        model.Evaluate(decision, inputs.ToDictionary(input => input.Name, input => Evaluate.Of(input.Feel), StringComparer.Ordinal), Evaluate.Now);

    public static string Value(DecisionModel model, string decision, params (string Name, string Feel)[] inputs) =>
        Ask(model, decision, inputs).Value.ToString();

    /// <summary>A table over the input x, each rule "test -> output", under a hit policy and with any attributes and column parts.</summary>
    public static DecisionModel Table(string policy, string[] rules, string outputValues = "", string inputValues = "")
    {
        var rows = string.Concat(rules.Select((rule, index) => Row(index + 1, rule.Split(" -> "))));
        return Read(Input("x", "x") + Decision("d", "d",
            $"<decisionTable id=\"t\" hitPolicy=\"{policy}><input><inputExpression><text>x</text></inputExpression>{inputValues}</input>"
            + $"<output>{outputValues}</output>{rows}</decisionTable>", NeedsInput("#x")));
    }

    private static string Row(int number, string[] parts) =>
        $"<rule id=\"r{number}\"><inputEntry><text>{System.Security.SecurityElement.Escape(parts[0])}</text></inputEntry>"
        + $"<outputEntry><text>{System.Security.SecurityElement.Escape(parts[1])}</text></outputEntry></rule>";
}
