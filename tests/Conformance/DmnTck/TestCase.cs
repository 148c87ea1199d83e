using System.Xml.Linq;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Conformance.DmnTck;

/// <summary>One test case: inputs, what to evaluate, what to expect.</summary>
internal sealed class TestCase(XElement root, XElement xml)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly XNamespace ns = root.Name.Namespace;

    public Outcome Run(ModelSet models)
    {
        var modelName = root.Element(ns + "modelName")?.Value.Trim() ?? "";
        var id = (string?)xml.Attribute("id") ?? "?";
        var results = xml.Elements(ns + "resultNode").ToArray();
        var expected = results.Select(result => Values.Read(result.Element(ns + "expected"))).ToArray();
        var nonNull = expected.Any(value => !value.IsNull);
        if (models.Find(modelName) is not { } model) return new Outcome(false, nonNull, $"{id}: model {modelName} could not be read");
        var inputs = Inputs();
        for (var i = 0; i < results.Length; i++)
        {
            var name = (string?)results[i].Attribute("name") ?? "";
            var actual = Ask(model, name, inputs, out var error);
            if (!Values.Match(expected[i], actual))
                return new Outcome(false, nonNull, $"{id} {name}: expected {expected[i]}, but got {actual} {error}");
        }
        return new Outcome(true, nonNull, id);
    }

    private Dictionary<string, FeelValue> Inputs()
    {
        var inputs = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var input in xml.Elements(ns + "inputNode")) inputs[(string?)input.Attribute("name") ?? ""] = Values.Read(input);
        return inputs;
    }

    private FeelValue Ask(DecisionModel model, string name, Dictionary<string, FeelValue> inputs, out string? error)
    {
        var invocable = (string?)xml.Attribute("invocableName");
        var called = (string?)xml.Attribute("type") is "decisionService" or "bkm" && invocable is not null;
        var result = model.Evaluate(called ? invocable! : name, inputs, Now);
        error = result.Error;
        if (called && name != invocable && result.Value is FeelContext context && context.Find(name) is { } output) return output;
        return result.Value;
    }
}
