using Microsoft.Playwright;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>One server and one Chromium for the tests of a class.</summary>
[CollectionDefinition(nameof(BrowserFixture))]
public sealed class BrowserFixture : IAsyncLifetime, ICollectionFixture<BrowserFixture>
{
    private static readonly string? Chromium = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }
        .FirstOrDefault(path => path is not null && File.Exists(path));

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ServerProcess Server { get; private set; } = null!;

    /// <summary>Where screenshots go: <c>CASEFLOW_SCREENSHOTS</c>, or a temporary folder.</summary>
    public static string Screenshots { get; } =
        Environment.GetEnvironmentVariable("CASEFLOW_SCREENSHOTS") is { Length: > 0 } folder
            ? System.IO.Directory.CreateDirectory(folder).FullName
            : System.IO.Directory.CreateTempSubdirectory("caseflow-screenshots-").FullName;

    public static void SkipWithoutBrowser() =>
        Skip.If(Chromium is null, "No Chromium: install Debian's chromium, or name one in CHROMIUM.");

    public async Task InitializeAsync()
    {
        if (Chromium is null) return;
        Server = await ServerProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Server is not null) await Server.DisposeAsync();
    }

    /// <summary>A person at a screen of their own: own cookies, own language, own size.</summary>
    /// <param name="server">The server the person comes to; null: the tests' common one.</param>
    public async Task<IPage> NewPersonAsync(string language = "zh-CN", int width = 1280, int height = 900, ServerProcess? server = null)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (server ?? Server).Address.ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
        });
        return await context.NewPageAsync();
    }
}
