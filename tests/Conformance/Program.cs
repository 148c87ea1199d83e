using CaseFlow.Conformance;

// A suite is a name and a file of its own: what it runs, where its cases lie, and how many fail is its answer.
var suites = new Dictionary<string, Func<SuiteOptions, int>>(StringComparer.Ordinal)
{
    ["dmn-tck"] = CaseFlow.Conformance.DmnTck.Suite.Run,
    ["behaviour"] = CaseFlow.Conformance.Behaviour.Suite.Run,
    ["betsy"] = CaseFlow.Conformance.Betsy.Suite.Run,
    ["parse"] = CaseFlow.Conformance.Parse.Suite.Run,
};

if (SuiteOptions.Parse(args) is not { } options || !suites.TryGetValue(options.Suite, out var run))
{
    Console.Error.WriteLine($"usage: conformance SUITE DIR [--verbose]   SUITE: {string.Join(", ", suites.Keys)}");
    return 2;
}
if (!Directory.Exists(options.Directory))
{
    Console.Error.WriteLine($"Expected a directory with the cases of {options.Suite}, but {options.Directory} is none.");
    return 2;
}
return run(options) == 0 ? 0 : 1;
