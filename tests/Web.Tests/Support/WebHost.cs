using CaseFlow.Web.Resources;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Web.Tests.Support;

/// <summary>The whole site on a new SQLite file with the demonstration in it.</summary>
public class WebHost : WebApplicationFactory<UiText>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-web-");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("CASEFLOW_DATA", folder.FullName);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        Configure(builder);
    }

    /// <summary>Limits are off by default: one address sends all requests of a test class.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
        foreach (var limit in (string[])["sign-in", "follow", "submit"]) builder.UseSetting($"Limits:{limit}", "100000");
    }

    public Browser Open(string? language = null) => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), language);

    public async Task<Browser> SignInAsync(string user)
    {
        var browser = Open();
        await browser.GetAsync("/sign-in");
        var answer = await browser.PostAsync("/sign-in", ("Input.Demo", user));
        Assert.EndsWith("/inbox", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        return browser;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!disposing || !folder.Exists) return;
        // A last reader that opens the file again makes new ones beside it, and a folder that fills up can't be deleted.
        folder.MoveTo(folder.FullName + "-done");
        folder.Delete(recursive: true);
    }
}
