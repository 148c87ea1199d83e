namespace CaseFlow.Cli.Tests;

public sealed class CommandLineAppTests
{
    [Fact]
    public void A_verb_that_does_not_exist_is_a_usage_error()
    {
        var (code, output, error) = CommandLine.Run("", "dew");

        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains("'dew'", error, StringComparison.Ordinal);
        Assert.EndsWith("See 'caseflow --help'.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_the_verbs_and_their_options()
    {
        Assert.Contains("due", CommandLine.Run("", "--help").Out, StringComparison.Ordinal);
        Assert.Contains("--calendar", CommandLine.Run("", "due", "--help").Out, StringComparison.Ordinal);
    }
}
