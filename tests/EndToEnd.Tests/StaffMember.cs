using System.Text.RegularExpressions;
using CaseFlow.TestSupport;
using Microsoft.Playwright;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>Somebody at a desk: signs in, works the inbox, does tasks on the case page.</summary>
internal sealed partial class StaffMember(IPage page)
{
    private const string ClaimButton = "article.cf-task > .cf-buttons button.cf-button-main";

    public IPage Page => page;

    public async Task SignInAsync(string user)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("[name=\"Input.User\"]").FillAsync(user);
        await page.Locator("[name=\"Input.Password\"]").FillAsync("Caseflow-demo-1");
        await page.Locator("main form button.cf-button-main").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>Waits until a list shows the case, as people do: by looking again.</summary>
    public async Task FindsInInboxAsync(string view, string number) =>
        await UntilAsync($"the inbox shows {number}", async () =>
        {
            await OpenInboxAsync(view);
            try
            {
                await page.Locator("main").GetByText(number).First.WaitForAsync(new() { Timeout = 3000 });
                return true;
            }
            catch (TimeoutException)
            {
                return false;
            }
        });

    public async Task OpenAsync(string number)
    {
        await page.GotoAsync($"/cases/{number}");
        await page.Locator("main:not([inert]) .cf-case").WaitForAsync();
    }

    /// <summary>Does the task whose form has the first field: takes it, fills it in, completes it.</summary>
    public async Task DoAsync(string number, string task, params (string Field, string Value)[] values)
    {
        await UntilAsync($"{number} offers '{task}'", async () =>
        {
            await OpenAsync(number);
            return await Task(task).CountAsync() > 0;
        });
        if (await Task(task).Locator("form").CountAsync() == 0) await Task(task).Locator("button.cf-button-main").First.ClickAsync();
        var form = Task(task).Locator("form").First;
        await form.WaitForAsync();
        await FormFilling.FillAsync(form, values);
        await form.Locator("button.cf-button-main").First.ClickAsync();
        await Task(task).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Number of the first linked case, once there is one.</summary>
    public async Task<string> LinkedAsync(string number)
    {
        var linked = "";
        await UntilAsync($"{number} has a linked case", async () =>
        {
            await OpenAsync(number);
            var links = await page.Locator(".cf-case-side a[href*='cases/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
            linked = links.Select(link => NumberPattern().Match(link).Value).FirstOrDefault(found => found.Length > 0 && found != number) ?? "";
            return linked.Length > 0;
        });
        return linked;
    }

    public async Task OpenInboxAsync(string view)
    {
        await page.GotoAsync($"/inbox?view={view}");
        await page.Locator("main:not([inert]) h1").WaitForAsync();
    }

    /// <summary>Presses the button of the first open task at once, whatever becomes of it a moment later.</summary>
    public Task ClaimFirstAsync() => page.Locator(ClaimButton).First.EvaluateAsync("button => button.click()");

    /// <summary>The person's name, as the top bar shows it before the unit.</summary>
    public async Task<string> NameAsync() => (await page.Locator(".cf-bar-person summary").InnerTextAsync()).Split(' ', '\n')[0];

    public Task<int> HeldTasksAsync() => page.Locator("article.cf-task form").CountAsync();

    public Task<int> FreeTasksAsync() => page.Locator(ClaimButton).CountAsync();

    /// <summary>In the designer: chooses a step on the diagram and gives it another name.</summary>
    public async Task RenameStepAsync(string flow, string element, string name)
    {
        await page.GotoAsync($"/designer/{flow}");
        await page.Locator($".djs-element[data-element-id=\"{element}\"]").ClickAsync(new() { Force = true });
        await page.Locator(".cfd-panel-head code", new() { HasText = element }).WaitForAsync();
        var field = page.Locator(".cfd-panel-body #name");
        await field.FillAsync(name);
        await field.BlurAsync();
        await page.Locator($"[data-element-id=\"{element}\"]", new() { HasText = name[..3] }).First.WaitForAsync();
    }

    public async Task PublishAsync(string note)
    {
        await page.Locator(".cfd-bar .cfd-primary").ClickAsync();
        await page.Locator("#publish-note").FillAsync(note);
        await page.Locator("dialog .cfd-primary, [role=dialog] .cfd-primary").First.ClickAsync();
        await page.Locator("#publish-note").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    public Task ShotAsync(string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(BrowserFixture.Screenshots, name + ".png"), FullPage = true });

    /// <summary>What the page shows when it never comes true is kept as a picture.</summary>
    private async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        try
        {
            await Wait.UntilAsync(what, holds);
        }
        catch (TimeoutException)
        {
            await ShotAsync("failed");
            throw;
        }
    }

    private ILocator Task(string name) => page.Locator("article.cf-task").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });

    [GeneratedRegex(@"\d{6}-\d{5}")]
    private static partial Regex NumberPattern();
}
