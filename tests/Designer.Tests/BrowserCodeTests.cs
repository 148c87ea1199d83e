using System.ComponentModel;
using System.Diagnostics;

namespace CaseFlow.Designer.Tests;

/// <summary>The tests of the browser code run in Node; here they count with the others.</summary>
public sealed class BrowserCodeTests
{
    [SkippableFact]
    public async Task The_tests_of_the_browser_code_pass()
    {
        var client = Path.Combine(RepositoryFiles.Root, "src/Designer/ClientApp");
        Skip.IfNot(Directory.Exists(Path.Combine(client, "node_modules")), "npm packages are not installed");
        using var node = Start(client);
        Skip.If(node is null, "Node is not installed");
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output);
    }

    private static Process? Start(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", ["--no-warnings", "--test", "test/"]) { WorkingDirectory = folder, RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
