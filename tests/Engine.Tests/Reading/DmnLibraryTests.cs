using CaseFlow.Engine.Reading;
using CaseFlow.Engine.Tests.Decisions;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class DmnLibraryTests
{
    private static string Importing(string own, string imported) => Dmn.Definitions(
        $"<import name=\"m\" namespace=\"{imported}\" importType=\"{Dmn.Namespace}\"/>"
        + Dmn.Decision("d", "d", Dmn.Literal("m.base + 1"), Dmn.NeedsDecision(imported + "#b")), own);

    private static readonly string Base = Dmn.Definitions(Dmn.Decision("b", "base", Dmn.Literal("41")), "urn:base");

    [Fact]
    public void Reads_what_is_imported_first()
    {
        var results = DmnLibrary.Read([new("a.dmn", Importing("urn:a", "urn:base")), new("z.dmn", Base)]);
        Assert.Equal(["urn:base", "urn:a"], results.Select(result => result.Model!.Namespace));
        Assert.Equal("42", Dmn.Value(results[1].Model!, "d"));
    }

    [Fact]
    public void Says_which_import_a_circle_leaves_missing()
    {
        var results = DmnLibrary.Read([new("a.dmn", Importing("urn:a", "urn:b")), new("b.dmn", Importing("urn:b", "urn:a"))]);
        Assert.Equal(
            "a.dmn: Expected the imported model urn:b to be there, but it is not.",
            results.SelectMany(result => result.Problems).Select(problem => $"{problem.File}: {problem.Message}").First());
    }
}
