using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Forms;

/// <summary>Which fields of a form are asked, given what is typed so far. Conditions are read as <see cref="FormValidator"/> reads them.</summary>
public sealed class FormView
{
    private readonly FormDefinition form;
    private readonly FeelContext values;
    private readonly DateTimeOffset now;

    /// <param name="raw">Field key to typed text, as an HTML form posts it. What can't be read counts as not given.</param>
    public FormView(FormDefinition form, IReadOnlyDictionary<string, IReadOnlyList<string>> raw, DateTimeOffset now)
    {
        (this.form, this.now) = (form, now);
        var ignored = ImmutableArray.CreateBuilder<FormError>();
        values = form.Flat.Aggregate(
            FeelContext.Empty, (typed, field) => typed.With(field.Key, FormTyping.Parse(field.Field, raw.GetValueOrDefault(field.Key, []), ignored)));
    }

    /// <summary>True unless the component's own condition hides it; a group's condition is the group's.</summary>
    public bool Shows(FormField field) =>
        field.HideWhen is not { Length: > 0 } condition || !FormFields.IsHidden(new FlatField("", field, [FeelExpression.ParseBpmn(condition)]), values, now);

    /// <summary>Keys of the fields that are hidden, by their own condition or that of a group around them.</summary>
    public ImmutableHashSet<string> HiddenKeys() =>
        [.. form.Flat.Where(field => FormFields.IsHidden(field, values, now)).Select(field => field.Key)];

    /// <summary>True when some component's condition reads this field.</summary>
    public bool Steers(FormField field) => field.Key is { } key && Conditions(form.Fields).Any(condition => FeelExpression.ParseBpmn(condition).Names.Contains(key));

    private static IEnumerable<string> Conditions(ImmutableArray<FormField> fields) =>
        fields.SelectMany(field => field.HideWhen is { Length: > 0 } condition ? Conditions(field.Fields).Prepend(condition) : Conditions(field.Fields));
}
