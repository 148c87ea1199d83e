using System.Globalization;
using System.Xml.Linq;

namespace CaseFlow.Conformance.DmnTck;

/// <summary>The DMN TCK: level folders with one folder a topic, each with models and test files.</summary>
internal static class Suite
{
    /// <summary>Prints a row a folder, the totals, and last "N passed, N failed"; answers how many failed.</summary>
    public static int Run(SuiteOptions options)
    {
        var total = new Score();
        var folders = Directory.EnumerateFiles(options.Directory, "*.dmn", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!).Distinct().Order(StringComparer.Ordinal);
        Console.WriteLine($"{"folder",-75} {"passed",7} {"failed",7} {"non-null",12}");
        foreach (var folder in folders)
        {
            var score = RunFolder(folder, options);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetRelativePath(options.Directory, folder),-75} {score.Passed,7} {score.Failed,7} {score.NonNullPassed,5} of {score.NonNull,3}"));
            total.Add(score);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"all: {total.Passed} of {total.Passed + total.Failed} ({Percent(total.Passed, total.Passed + total.Failed)}); "
            + $"expecting another value than null: {total.NonNullPassed} of {total.NonNull} ({Percent(total.NonNullPassed, total.NonNull)})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.Passed} passed, {total.Failed} failed"));
        return total.Failed;
    }

    private static string Percent(int part, int whole) =>
        whole == 0 ? "-" : (100m * part / whole).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static Score RunFolder(string folder, SuiteOptions options)
    {
        var models = ModelSet.Load(folder);
        var score = new Score();
        if (options.Verbose)
            foreach (var problem in models.Problems)
                Console.WriteLine($"  problem: {problem}");
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal))
        {
            var root = XDocument.Load(file).Root!;
            if (root.Name.LocalName != "testCases") continue;
            foreach (var test in root.Elements(root.Name.Namespace + "testCase"))
            {
                var outcome = new TestCase(root, test).Run(models);
                score.Count(outcome);
                if (options.Verbose && !outcome.Passed) Console.WriteLine($"  FAILED {Path.GetFileName(file)} {outcome.Message}");
            }
        }
        return score;
    }
}

/// <summary>How a case went; it is non-null when it expects anything but null.</summary>
internal sealed record Outcome(bool Passed, bool NonNull, string Message);

internal sealed class Score
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int NonNull { get; private set; }

    public int NonNullPassed { get; private set; }

    public void Count(Outcome outcome)
    {
        if (outcome.Passed) Passed++;
        else Failed++;
        if (!outcome.NonNull) return;
        NonNull++;
        if (outcome.Passed) NonNullPassed++;
    }

    public void Add(Score other)
    {
        Passed += other.Passed;
        Failed += other.Failed;
        NonNull += other.NonNull;
        NonNullPassed += other.NonNullPassed;
    }
}
