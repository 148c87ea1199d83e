using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Runtime.Work;

/// <summary>The documents a form's file fields name, by their ids.</summary>
internal static class FormFiles
{
    public static List<Guid> In(FormDefinition? form, FeelContext values) =>
        form is null ? [] : [.. Fields(form.Fields).Where(field => field is { Type: "filepicker", Key: not null })
            .SelectMany(field => Texts(values.Find(field.Key!))).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    private static IEnumerable<FormField> Fields(IEnumerable<FormField> fields) =>
        fields.SelectMany(field => field.Fields.IsDefaultOrEmpty ? [field] : Fields(field.Fields).Prepend(field));

    private static IEnumerable<string> Texts(FeelValue? value) => value switch
    {
        FeelString text => [text.Value],
        FeelList list => list.Items.SelectMany(Texts),
        _ => [],
    };
}
