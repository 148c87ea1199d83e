using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Scenarios;
using CaseFlow.Engine.Simulation.Statistics;
using CaseFlow.Engine.Simulation.Values;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>An element of the flow with what the scenario says of it, or what is assumed.</summary>
internal sealed class StepModel(Element element, StepPlan plan, Distribution duration, FormDraft form, StepTally tally)
{
    private const double MostSeconds = 3.0e8;

    public Element Element => element;

    public StepPlan Plan => plan;

    public FormDraft Form => form;

    public StepTally Tally => tally;

    public double Chance => plan.Chance ?? 1;

    /// <summary>Ticks; never negative, and never more than about ten years.</summary>
    public long DrawDuration(ref Draws draws) => (long)(Math.Clamp(duration.Draw(ref draws), 0, MostSeconds) * TimeSpan.TicksPerSecond);
}
