using CaseFlow.Runtime.Intake.Import;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Intake.Import;

/// <summary>The example maps on the files they are for, with the flows that ship. The files are not part of the repository.</summary>
public sealed class ExampleMapsTests
{
    [SkippableTheory]
    [InlineData("letters", 2163, "letters.csv")]
    [InlineData("la311", 10000, "la311_2018_mini.csv")]
    public async Task Import_every_row(string map, int rows, string file)
    {
        var data = Repository.Shared(Path.Combine("data", file));
        Skip.If(data is null, Repository.NoShared);
        await using var bureau = await Seeded.OpenAsync(Repository.Path("workflows"));
        await using var content = File.OpenRead(data!);

        var counts = await bureau.Get<CaseImport>().RunAsync(Seeded.Tenant, content, Example(map), new ImportOptions());

        Assert.Equal(new ImportCounts(rows, rows, 0, 0), counts);
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        Assert.Equal(rows, await context.Cases.Select(row => row.Number).Distinct().CountAsync());
    }

    [Theory]
    [InlineData("letters", "complaint")]
    [InlineData("la311", "complaint")]
    public void Are_maps(string map, string flow) => Assert.Equal(flow, Example(map).Flow);

    private static ImportMap Example(string name) =>
        ImportMap.Parse(File.ReadAllText(Repository.Path($"examples/import/{name}.map.json")));
}
