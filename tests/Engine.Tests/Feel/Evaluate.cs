using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

/// <summary>Evaluates FEEL text against a small fixed case, at 2026-01-05 09:00 in Shanghai.</summary>
internal static class Evaluate
{
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    public static FeelScope Scope(params (string Name, string Feel)[] values) =>
        new(values.ToDictionary(value => value.Name, value => Of(value.Feel), StringComparer.Ordinal), Now);

    public static FeelValue Of(string expression, params (string Name, string Feel)[] values) =>
        FeelExpression.Parse(expression, values.Select(value => value.Name)).Evaluate(Scope(values));

    /// <summary>The value written as FEEL.</summary>
    public static string Text(string expression, params (string Name, string Feel)[] values) => Of(expression, values).ToString();
}
