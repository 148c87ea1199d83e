using System.Text.Json;

namespace CaseFlow.Conformance.Betsy;

/// <summary>
/// The files of betsy's BPMN set with what they must log. Branches that run side by side may log in either order. A complex gateway is not run
/// here: its cases pass when the file is refused at publication, naming the gateway and its line, and their rows say so.
/// </summary>
internal static class Suite
{
    private static readonly HashSet<string> NotRun = new(StringComparer.Ordinal) { "CONSTRUCT_COMPLEX_GATEWAY" };

    /// <summary>Prints a row a case and last "N passed, N failed"; answers how many failed.</summary>
    public static int Run(SuiteOptions options)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(options.Directory, "expected.json")));
        var (passed, failed, refused) = (0, 0, 0);
        foreach (var file in expected.RootElement.EnumerateArray())
            foreach (var run in file.GetProperty("cases").EnumerateArray())
            {
                var row = Row(options.Directory, file, run);
                Console.WriteLine($"{(row.Passed ? "passed" : "FAILED")} {row.Text}");
                if (row.Passed) passed++;
                else failed++;
                if (row.Refused) refused++;
            }

        Console.WriteLine($"of those passed, {refused} are refused at publication because the element is not run");
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed;
    }

    private static (bool Passed, bool Refused, string Text) Row(string directory, JsonElement file, JsonElement run)
    {
        var name = file.GetProperty("file").GetString()!;
        var input = run.TryGetProperty("test", out var test) ? test.GetString() : null;
        var wanted = run.GetProperty("trace").EnumerateArray().Select(entry => entry.GetString()!).ToList();
        var found = new Trial().Run(File.ReadAllText(Path.Combine(directory, name)), input);
        var title = $"{name}{(input is null ? "" : $" ({input})")}";
        if (NotRun.Contains(file.GetProperty("feature").GetString() ?? "")) return (IsRefusal(found), IsRefusal(found), $"{title} refused: {string.Join(", ", found)}");
        if (wanted.SequenceEqual(found)) return (true, false, title);
        var otherOrder = wanted.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal));
        return (otherOrder, false, $"{title} expected {string.Join(" ", wanted)}, found {string.Join(" ", found)}{(otherOrder ? ": the same, in another order" : "")}");
    }

    private static bool IsRefusal(IReadOnlyList<string> found) =>
        found.Count > 0 && found.All(problem => problem.StartsWith("unsupported-element ", StringComparison.Ordinal) && !problem.EndsWith(" line 0", StringComparison.Ordinal));
}
