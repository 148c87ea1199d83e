using CaseFlow.Runtime.Seeding;

namespace CaseFlow.Web.Shell;

public static class DataFolder
{
    private const string Setting = "CASEFLOW_DATA";

    /// <summary>Without <c>CASEFLOW_DATA</c> the data lies beside the flows, so that it doesn't hang on the folder a command was given in.</summary>
    public static void UseDataFolder(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not null) return;
        if (Path.GetDirectoryName(SeedOptions.FindWorkflows(builder.Environment.ContentRootPath)) is { } beside)
            builder.Configuration[Setting] = Path.Combine(beside, "data");
    }
}
