using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Engine.Cases;

/// <summary>What a form lets through into a case.</summary>
internal static class FormRules
{
    /// <param name="values">What goes on: the form's visible fields, without those for the person register.</param>
    public static Rejected? Check(FormDefinition form, FeelContext given, DateTimeOffset now, out FeelContext values)
    {
        var result = FormValidator.Validate(form, given, now);
        values = result.Values;
        // Personal values went to the person register before the command came here, so that one is missing proves nothing.
        var error = result.Errors.FirstOrDefault(error => error.Code != "required" || !IsPersonal(form.Fields, error.Field));
        return error is null ? null : new Rejected(CodeOf(error), $"Expected field {error.Field} of form {form.Key} to be right, but: {error.Code}{(error.Limit is null ? "" : " " + error.Limit)}.");
    }

    private static string CodeOf(FormError error) => error.Code switch
    {
        "unknown-field" => "unknown-form-field",
        "hidden-field" => "hidden-form-field",
        _ => "form-invalid",
    };

    private static bool IsPersonal(System.Collections.Immutable.ImmutableArray<FormField> fields, string key) =>
        fields.Any(field => field.Key == key && field.Personal is not null || IsPersonal(field.Fields, key));
}
