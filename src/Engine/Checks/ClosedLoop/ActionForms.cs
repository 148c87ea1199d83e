using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>What the forms of case actions always ask.</summary>
internal static class ActionForms
{
    public static IEnumerable<Element> OfStyle(Process process, string style) => process.Elements.Where(element => element.Action?.Style == style);

    /// <summary>Fields that can't be left empty and that no condition hides.</summary>
    public static IEnumerable<FormField> Asked(Element action, CompileContext context) =>
        action.Action!.Form is { } key && context.Forms.TryGetValue(key, out var form)
            ? FormFields.Flatten(form.Fields).Where(field => field.Field.Required && field.HideWhen.IsEmpty).Select(field => field.Field)
            : [];
}
