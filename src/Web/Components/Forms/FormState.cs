using CaseFlow.Engine.Forms;
using Microsoft.AspNetCore.Components.Forms;

namespace CaseFlow.Web.Components.Forms;

/// <summary>What every field of one form shares; cascaded by <see cref="FormFields"/>.</summary>
/// <param name="Prefix">Put before ids, so that two forms on a page don't share them.</param>
/// <param name="Choices">Options of fields filled from the directory, by source.</param>
/// <param name="View">Which fields are asked.</param>
/// <param name="Changed">Called after each change on an interactive page.</param>
/// <param name="Picked">Called with chosen files on an interactive page; null: the form is posted as multipart.</param>
public sealed record FormState(
    FormView View, string Prefix, FormValues Values, IReadOnlyList<FormError> Errors, IReadOnlyDictionary<string, IReadOnlyList<ChoiceGroup>> Choices,
    Func<Task> Changed, Func<FormField, InputFileChangeEventArgs, Task>? Picked)
{
    public string Id(FormField field) => $"{Prefix}{field.Key}";

    public FormError? ErrorOf(FormField field) => Errors.FirstOrDefault(error => error.Field == field.Key);

    /// <summary>Ids of the texts that explain a field, for <c>aria-describedby</c>.</summary>
    public string? DescribedBy(FormField field)
    {
        var help = field.Description is null ? null : Id(field) + "-help";
        var error = ErrorOf(field) is null ? null : Id(field) + "-error";
        return help is null ? error : error is null ? help : $"{help} {error}";
    }

    public IReadOnlyList<ChoiceGroup> GroupsOf(FormField field) =>
        field.Source is { } source && Choices.TryGetValue(source, out var groups) ? groups : [new ChoiceGroup(null, field.Options)];


    public Task SetAsync(FormField field, string? text)
    {
        Values.Set(field.Key!, text ?? "");
        return Changed();
    }

    public Task ToggleAsync(FormField field, string value, bool ticked)
    {
        Values.Toggle(field.Key!, value, ticked);
        return Changed();
    }
}
