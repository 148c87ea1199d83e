using Microsoft.Playwright;

namespace CaseFlow.EndToEnd.Tests;

/// <summary>Typing into a flow's form the way a person does, whatever the kind of field.</summary>
internal static class FormFilling
{
    public static async Task FillAsync(ILocator form, params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values) await FillOneAsync(form, field, value);
    }

    private static async Task FillOneAsync(ILocator form, string field, string value)
    {
        var input = form.Locator($"[name=\"{field}\"]").First;
        await input.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        switch (await input.EvaluateAsync<string>("element => element.type"))
        {
            case "radio":
            case "checkbox":
                await form.Locator($"[name=\"{field}\"][value=\"{value}\"]").CheckAsync();
                break;
            case "select-one":
                await input.SelectOptionAsync(value);
                break;
            case "file":
                await input.SetInputFilesAsync(value);
                break;
            default:
                await input.FillAsync(value);
                await input.BlurAsync();
                break;
        }
    }
}
