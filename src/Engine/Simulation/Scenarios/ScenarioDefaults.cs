namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>What is assumed of what a scenario doesn't name. Round numbers to begin with, not measurements.</summary>
public sealed record ScenarioDefaults
{
    /// <summary>Cases a day.</summary>
    public double PerDay { get; init; } = 10;

    /// <summary>People of a team.</summary>
    public int People { get; init; } = 3;

    /// <summary>Working time of a task of the staff, in seconds.</summary>
    public Distribution Task { get; init; } = new TriangularValue(300, 900, 2400);

    /// <summary>Seconds an activity runs.</summary>
    public Distribution Service { get; init; } = new FixedValue(2);

    /// <summary>Whether and when a resident does a task of theirs.</summary>
    public StepPlan Resident { get; init; } = new() { Chance = 0.6, Duration = new ExponentialValue(86_400) };

    /// <summary>Whether and when a message comes that is awaited.</summary>
    public StepPlan Message { get; init; } = new() { Chance = 1, Duration = new ExponentialValue(86_400) };

    /// <summary>Whether and when somebody presses a button that a task or the case offers.</summary>
    public StepPlan Action { get; init; } = new() { Chance = 0, Duration = new ExponentialValue(14_400) };

    /// <summary>Whether an optional step is started.</summary>
    public StepPlan OptionalStep { get; init; } = new() { Chance = 1, Duration = new FixedValue(0) };

    /// <summary>That a field's default value is left as it is.</summary>
    public double DefaultValue { get; init; } = 0.8;

    /// <summary>That a box is ticked which need not be.</summary>
    public double Ticked { get; init; } = 0.1;
}
