using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Work;

namespace CaseFlow.Runtime.Queries;

/// <summary>What the case's forms were told, in their own words and order: the start form first.</summary>
internal static class Facts
{
    private static readonly LocalText Yes = new("是", "Yes");
    private static readonly LocalText No = new("否", "No");

    /// <param name="start">The start form, with its options from the directory.</param>
    public static IReadOnlyList<FactView> Of(OpenedCase opened, FormDefinition? start)
    {
        var forms = opened.Flow.Main.Forms.OrderBy(form => form.Key, StringComparer.Ordinal).Select(form => form.Value).Where(form => form.Key != start?.Key);
        var fields = (start is null ? forms : forms.Prepend(start)).SelectMany(form => Fields(form.Fields)).Where(field => field.Personal is null && field.Type != "filepicker");
        return [.. fields.DistinctBy(field => field.Key).Select(field => Fact(opened, field)).OfType<FactView>()];
    }

    /// <summary>Every field of a form that fills a variable, those in groups included.</summary>
    public static IEnumerable<FormField> Fields(IEnumerable<FormField> fields) =>
        fields.SelectMany(field => field.Fields.IsDefaultOrEmpty ? [field] : Fields(field.Fields).Prepend(field)).Where(field => field.Key is not null);

    private static FactView? Fact(OpenedCase opened, FormField field) =>
        opened.State.Variables.Find(field.Key!) is { IsNull: false } value ? new FactView(field.Key!, field.Label ?? new LocalText(field.Key!), Read(opened, field, value)) : null;

    private static LocalText Read(OpenedCase opened, FormField field, FeelValue value) => value switch
    {
        FeelBoolean truth => truth.Value ? Yes : No,
        FeelString { Value: var code } => Option(opened, field, code),
        FeelList list => Join([.. list.Items.Select(item => Option(opened, field, VariableText.Of(item)))]),
        _ => new LocalText(VariableText.Of(value)),
    };

    private static LocalText Option(OpenedCase opened, FormField field, string code) => field.Source switch
    {
        "units" or "grids" => opened.Tree.NameOf(code),
        "teams" => opened.Tree.Teams.FirstOrDefault(team => team.Key == code)?.Name ?? new LocalText(code),
        _ => field.Options.IsDefaultOrEmpty ? new LocalText(code) : field.Options.FirstOrDefault(option => option.Value == code)?.Label ?? new LocalText(code),
    };

    private static LocalText Join(IReadOnlyList<LocalText> texts) =>
        new(string.Join("、", texts.Select(text => text.Text)), string.Join(", ", texts.Select(text => text.In("en"))));
}
