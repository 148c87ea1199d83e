using System.Globalization;
using BenchmarkDotNet.Attributes;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Benchmarks.Feel;

/// <summary>One evaluation of a table of 100 rows, asked as the engine asks it: through the model, with the fired rows and the inputs in the answer.</summary>
[MemoryDiagnoser]
public class TableBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly DecisionModel _texts = Table("UNIQUE", i => $"\"类别 {i}\"", i => $"&gt;= {i % 7}", _ => "-");
    private readonly DecisionModel _ranges = Table("UNIQUE", i => $"[{i * 10}..{i * 10 + 9}]", i => $"[{i % 5}..100]", _ => "\"高\", \"低\"");
    private readonly DecisionModel _first = Table("FIRST", i => $"&lt; {i * 10}", i => $"not(\"{i}\")", _ => "-");
    private readonly DecisionModel _collect = Table("COLLECT", i => $"\"类别 {i % 10}\"", i => $"&gt; {i % 3}", _ => "-");
    private readonly IFeelScope _text = Inputs(FeelValue.From("类别 87"), FeelValue.From(9m), FeelValue.From("高"));
    private readonly IFeelScope _number = Inputs(FeelValue.From(875m), FeelValue.From(50m), FeelValue.From("高"));

    [Benchmark(Baseline = true, Description = "unique, texts, row 88 of 100")]
    public DecisionResult Texts() => _texts.Evaluate("d", _text);

    [Benchmark(Description = "unique, ranges of numbers, row 88 of 100")]
    public DecisionResult Ranges() => _ranges.Evaluate("d", _number);

    [Benchmark(Description = "first, comparisons, row 89 of 100")]
    public DecisionResult First() => _first.Evaluate("d", _number);

    [Benchmark(Description = "collect, 10 rows of 100")]
    public DecisionResult Collect() => _collect.Evaluate("d", Inputs(FeelValue.From("类别 7"), FeelValue.From(9m), FeelValue.From("高")));

    private static FeelScope Inputs(FeelValue a, FeelValue b, FeelValue c) =>
        new(new Dictionary<string, FeelValue> { ["a"] = a, ["b"] = b, ["c"] = c }, Now);

    private static DecisionModel Table(string policy, Func<int, string> a, Func<int, string> b, Func<int, string> c)
    {
        var rules = string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"<rule id=\"r{i}\"><inputEntry><text>{a(i)}</text></inputEntry><inputEntry><text>{b(i)}</text></inputEntry><inputEntry><text>{c(i)}</text></inputEntry><outputEntry><text>{i}</text></outputEntry></rule>")));
        string[] names = ["a", "b", "c"];
        var inputs = string.Concat(names.Select(name => $"<input><inputExpression><text>{name}</text></inputExpression></input>"));
        var data = string.Concat(names.Select(name => $"<inputData id=\"{name}\" name=\"{name}\"/>"));
        var needs = string.Concat(names.Select(name => $"<informationRequirement><requiredInput href=\"#{name}\"/></informationRequirement>"));
        var xml = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" namespace=\"urn:bench\" name=\"bench\">" + data
            + $"<decision id=\"d\" name=\"d\">{needs}<decisionTable id=\"t\" hitPolicy=\"{policy}\">{inputs}<output/>{rules}</decisionTable></decision></definitions>";
        return DmnReader.Read(xml, "bench.dmn").Model!;
    }
}
