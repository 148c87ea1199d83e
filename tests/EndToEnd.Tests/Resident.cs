using System.Text.RegularExpressions;
using CaseFlow.TestSupport;
using Microsoft.Playwright;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>A resident with a phone: asks, follows, answers, rates. Pages of theirs need no script.</summary>
internal sealed partial class Resident(IPage page)
{
    public IPage Page => page;

    public string Number { get; private set; } = "";

    public string Code { get; private set; } = "";

    public async Task AskAsync(string flow, params (string Field, string Value)[] values)
    {
        await page.GotoAsync($"/ask/{flow}");
        var form = page.Locator("main form");
        await FormFilling.FillAsync(form, values);
        await SubmitAsync(form);
        var words = await page.Locator("main").InnerTextAsync();
        Number = NumberPattern().Match(words).Value;
        Code = CodePattern().Matches(words).Select(match => match.Value).First(match => !Number.Contains(match, StringComparison.Ordinal));
        Assert.NotEmpty(Number);
    }

    public async Task FollowAsync()
    {
        await page.GotoAsync("/follow");
        if (await page.Locator("[name=\"Input.Number\"]").CountAsync() == 0) return;
        await page.Locator("[name=\"Input.Number\"]").FillAsync(Number);
        await page.Locator("[name=\"Input.Code\"]").FillAsync(Code);
        await SubmitAsync(page.Locator("main form").First);
    }

    /// <summary>Answers the open question or rating.</summary>
    public async Task AnswerAsync(params (string Field, string Value)[] values)
    {
        var form = page.Locator("form:has([name=\"" + values[0].Field + "\"])").First;
        await FormFilling.FillAsync(form, values);
        await SubmitAsync(form);
    }

    /// <summary>Looks at the follow page again until it says the words.</summary>
    public async Task SeesAsync(string words) =>
        await Wait.UntilAsync($"the follow page of {Number} says '{words}'", async () =>
        {
            await page.GotoAsync("/follow/case");
            return (await page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.Ordinal);
        });

    private static Task SubmitAsync(ILocator form) => form.Locator("button.cf-button-main").First.ClickAsync();

    [GeneratedRegex(@"\d{6}-\d{5}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\d{4} \d{4}")]
    private static partial Regex CodePattern();
}
