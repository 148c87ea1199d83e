using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>Names that conditions of fields and groups read.</summary>
internal static class HideNames
{
    public static IEnumerable<string> Of(ImmutableArray<FormField> fields) => fields.SelectMany(field => Of(field).Concat(Of(field.Fields)));

    public static IEnumerable<string> Of(FormField field) => field.HideWhen is { Length: > 0 } hide ? FeelExpression.ParseBpmn(hide).Names : [];
}
