namespace CaseFlow.Architecture.Tests;

/// <summary>Smell alarms over the source text.</summary>
public sealed class SourceTests
{
    private const int LongestFile = 400;

    private static readonly string[] Unfinished = ["NotImplemented" + "Exception", "TO" + "DO", "FIX" + "ME"];

    [Fact]
    public void No_file_is_longer_than_the_alarm()
    {
        var longFiles = Repository.SourceFiles("src")
            .Where(file => !Repository.Relative(file).Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile);
        Assert.Empty(longFiles);
    }

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        var found = Repository.SourceFiles("src").Concat(Repository.SourceFiles("src", "*.razor"))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{Repository.Relative(file)}:{index + 1}", Line: line)))
            .Where(line => Unfinished.Any(word => line.Line.Contains(word, StringComparison.Ordinal)))
            .Select(line => line.Place);
        Assert.Empty(found);
    }

    [Fact]
    public void Tests_do_not_sleep()
    {
        var found = Repository.SourceFiles("tests")
            .Where(file => !Repository.Relative(file).StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Thread.Sleep", StringComparison.Ordinal))
            .Select(Repository.Relative);
        Assert.Empty(found);
    }
}
