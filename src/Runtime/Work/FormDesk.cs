using System.Collections.Immutable;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Work;

/// <summary>Forms as a tenant shows and checks them: with the options that come from its directory.</summary>
internal sealed class FormDesk(Database database, UnitDirectory directory, TimeProvider time)
{
    private static readonly FormDefinition NoForm = new("", []);

    /// <summary>The form with its options; null when <paramref name="key"/> is, or names none.</summary>
    public async Task<FormDefinition?> FormAsync(string tenant, FlowPackage package, string? key, CancellationToken cancel)
    {
        if (key is null || !package.Forms.TryGetValue(key, out var form)) return null;
        var categories = Uses(form.Fields, "categories") ? await CategoriesAsync(tenant, cancel) : [];
        return FormOptions.Fill(form, await directory.TreeAsync(tenant, cancel), categories);
    }

    /// <summary>Checks what was posted; without a form nothing may be.</summary>
    public async Task<FormResult> CheckAsync(
        string tenant, FlowPackage package, string? key, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, CancellationToken cancel) =>
        FormValidator.Validate(FormOptions.Closed(await FormAsync(tenant, package, key, cancel) ?? NoForm), posted, time.GetUtcNow());

    public static Refused Refusal(FormResult result) => new(
        "invalid-form", $"Expected a filled-in form, but {string.Join(", ", result.Errors.Select(error => $"{error.Field}: {error.Code}"))}.", result.Errors);

    private async Task<List<FormOption>> CategoriesAsync(string tenant, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var rows = await context.Categories.AsNoTracking().OrderBy(row => row.Order).ThenBy(row => row.Code).ToListAsync(cancel);
        return [.. rows.Select(row => new FormOption(row.Code, new LocalText(row.Name, row.NameEnglish)))];
    }

    private static bool Uses(ImmutableArray<FormField> fields, string source) =>
        !fields.IsDefault && fields.Any(field => field.Source == source || Uses(field.Fields, source));
}
