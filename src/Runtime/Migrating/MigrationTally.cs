using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Migrating;

/// <summary>Counts, case by case, what a move would do.</summary>
internal sealed class MigrationTally(FlowPackage from, FlowPackage to)
{
    private readonly Dictionary<string, Step> _steps = new(StringComparer.Ordinal);
    private readonly List<MigrationFailure> _refused = [];
    private int _cases;
    private int _movable;

    /// <param name="refused">What the engine said to the move itself; null: it can be done.</param>
    public void Add(RunningCase found, MigrationPlan plan, Rejected? refused)
    {
        _cases++;
        if (refused is null) _movable++;
        else if (_refused.Count < MigrationRun.MostListed) _refused.Add(new MigrationFailure(found.CaseId, found.Number, refused.Code, refused.Message));
        foreach (var place in plan.Places.DistinctBy(place => place.ElementId)) Count(place, refused is null);
        foreach (var problem in plan.Problems) At(problem.ElementId).Problem ??= problem;
    }

    public MigrationPreview Preview() => new(_cases, _movable, [.. _steps.OrderBy(step => OrderOf(step.Key)).ThenBy(step => step.Key, StringComparer.Ordinal).Select(Row)], _refused);

    private void Count(MigrationPlace place, bool movable)
    {
        var step = At(place.ElementId);
        step.Target = place.Target;
        step.Cases++;
        if (movable) step.Movable++;
    }

    private Step At(string elementId) => _steps.TryGetValue(elementId, out var step) ? step : _steps[elementId] = new Step();

    private MigrationStepRow Row(KeyValuePair<string, Step> entry) => new(
        entry.Key, NameOf(from, entry.Key), entry.Value.Target, entry.Value.Cases, entry.Value.Movable, entry.Value.Problem?.Code, entry.Value.Problem?.Message,
        [.. MigrationChoices.For(from, to, entry.Key).Select(id => new MigrationChoice(id, NameOf(to, id)))]);

    private static LocalText NameOf(FlowPackage flow, string elementId) =>
        flow.ElementNames.GetValueOrDefault(elementId) ?? flow.Clocks.FirstOrDefault(clock => clock.Id == elementId)?.Name ?? new LocalText(elementId);

    private int OrderOf(string elementId) => from.Processes.Values.Select(process => process.Find(elementId)?.Index).FirstOrDefault(index => index is not null) ?? int.MaxValue;

    private sealed class Step
    {
        public string? Target { get; set; }

        public int Cases { get; set; }

        public int Movable { get; set; }

        public MigrationProblem? Problem { get; set; }
    }
}
