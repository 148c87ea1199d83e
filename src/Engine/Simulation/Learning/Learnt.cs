using System.Collections.Immutable;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Reports;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.Simulation.Statistics;

namespace CaseFlow.Engine.Simulation.Learning;

/// <summary>What was counted of an element as a plan of a scenario.</summary>
internal static class Learnt
{
    private const int Quantiles = 21;

    public static StepPlan Of(Element element, ElementRecord record, StepPlan? given)
    {
        var plan = given ?? new StepPlan();
        var (isTask, isJob) = (StepKinds.IsStaffTask(element), element.Kind is ElementKind.ServiceTask or ElementKind.SendTask);
        return plan with
        {
            Duration = plan.Duration ?? Spread(record.Durations),
            Chance = plan.Chance ?? (isTask || isJob || record.Opened == 0 ? null : Share(record.Answered, record.Opened)),
            Fails = plan.Fails ?? (isJob && record.Failed > 0 ? Share(record.Failed, record.Attempts) : null),
            Errors = plan.Errors.IsEmpty ? record.Errors.ToImmutableSortedDictionary(entry => entry.Key, entry => Share(entry.Value, record.Attempts), StringComparer.Ordinal) : plan.Errors,
            Values = record.Values.Aggregate(plan.Values, (values, field) => values.ContainsKey(field.Key) ? values : values.Add(field.Key, Weights(field.Value))),
        };
    }

    private static double Share(long part, long whole) => Math.Round(Math.Min(1, part / (double)whole), 4);

    private static FieldPlan Weights(SortedDictionary<string, long> counts) => new([.. counts.Select(entry => KeyValuePair.Create(entry.Key, (double)entry.Value))]);

    private static RecordedValue? Spread(Summary durations) => durations.Count == 0
        ? null
        : new RecordedValue([.. Enumerable.Range(0, Quantiles).Select(i => Math.Round(durations.Quantile(Math.Max(i / (Quantiles - 1.0), 1.0 / durations.Count))!.Value))]);
}
