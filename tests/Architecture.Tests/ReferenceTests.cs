namespace CaseFlow.Architecture.Tests;

/// <summary>References point one way: Web → Designer → Runtime → Engine, Runtime → Activities, Cli → Runtime.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("Engine", "")]
    [InlineData("Activities", "")]
    [InlineData("Runtime", "Activities Engine")]
    [InlineData("Designer", "Runtime")]
    [InlineData("Web", "Designer")]
    [InlineData("Cli", "Runtime")]
    public void Projects_reference_only_what_lies_below_them(string project, string expected)
    {
        var references = Repository.ProjectReferences(project).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Theory]
    [InlineData("Engine")]
    [InlineData("Activities")]
    public void The_pure_projects_reference_no_package(string project) =>
        Assert.Empty(Repository.PackageReferences(project));

    [Fact]
    public void Every_source_folder_is_a_room_of_the_architecture() =>
        Assert.Equal(
            ["Activities", "Cli", "Designer", "Engine", "Runtime", "Web"],
            Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
