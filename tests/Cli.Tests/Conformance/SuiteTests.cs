using CaseFlow.Conformance;
using CaseFlow.TestSupport;

namespace CaseFlow.Cli.Tests.Conformance;

/// <summary>The suites that need no long time, over files that lie beside the repository when it is developed.</summary>
public sealed class SuiteTests
{
    [SkippableFact]
    public void Every_case_of_betsy_runs_as_expected() => None(CaseFlow.Conformance.Betsy.Suite.Run, "betsy");

    [SkippableFact]
    public void Every_behaviour_is_as_other_engines_agree() => None(CaseFlow.Conformance.Behaviour.Suite.Run, "behaviour");

    [SkippableFact]
    public void Every_file_is_read_whole_or_refused_by_its_place() => None(CaseFlow.Conformance.Parse.Suite.Run, "");

    private static void None(Func<SuiteOptions, int> suite, string folder)
    {
        var directory = Repository.Shared(Path.Combine("conformance", folder));
        Skip.If(directory is null, Repository.NoShared);
        Assert.Equal(0, suite(new SuiteOptions(folder, directory, false)));
    }
}
