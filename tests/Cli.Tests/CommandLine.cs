namespace CaseFlow.Cli.Tests;

/// <summary>Runs a verb in process.</summary>
internal static class CommandLine
{
    public static (int Code, string Out, string Error) Run(string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLineApp.Run(args, new Terminal(new StringReader(input), output, error));
        return (code, output.ToString(), error.ToString());
    }
}
