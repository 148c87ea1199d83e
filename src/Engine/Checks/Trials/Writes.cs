using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Which variables an element may write when it completes.</summary>
/// <param name="forms">By key.</param>
internal sealed class Writes(IReadOnlyDictionary<string, FormDefinition> forms)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>Names; null: any variable.</summary>
    public IReadOnlySet<string>? Of(Element element)
    {
        var own = element.Outputs.Length > 0 ? element.Outputs.Select(output => output.Target).ToHashSet(StringComparer.Ordinal) : Own(element);
        return own is not null && element.Loop?.OutputVariable is { } collected ? own.Append(collected).ToHashSet(StringComparer.Ordinal) : own;
    }

    private HashSet<string>? Own(Element element) => element.Kind switch
    {
        ElementKind.UserTask or ElementKind.MessageCatchEvent or ElementKind.MessageBoundaryEvent or ElementKind.MessageStartEvent => OfForm(element),
        ElementKind.ServiceTask or ElementKind.BusinessRuleTask or ElementKind.ScriptTask or ElementKind.CallActivity => OfResult(element),
        ElementKind.SendTask => element.Activity is null && element.Event is not null ? Nothing : OfResult(element),
        ElementKind.ManualTask or ElementKind.ReceiveTask => null,
        ElementKind.SignalCatchEvent or ElementKind.SignalBoundaryEvent or ElementKind.SignalStartEvent => null,
        ElementKind.ErrorBoundaryEvent or ElementKind.ErrorStartEvent or ElementKind.EscalationBoundaryEvent or ElementKind.EscalationStartEvent => null,
        _ => Nothing,
    };

    private HashSet<string>? OfForm(Element element) =>
        (element.UserTask?.Form ?? element.Action?.Form) is { } key && forms.TryGetValue(key, out var form) ? [.. form.Fields.SelectMany(Keys)] : null;

    private static HashSet<string>? OfResult(Element element) => element.ResultVariable is { } name ? [name] : null;

    private static IEnumerable<string> Keys(FormField field) => field.Fields.SelectMany(Keys).Concat(field.Key is null ? [] : [field.Key]);
}
