using System.Collections.Immutable;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>A task of the staff, from its opening to its end.</summary>
internal sealed class WorkItem(SimulatedCase owner, long key, StepModel step, Team team, long opened, ImmutableArray<string> excluded)
{
    public SimulatedCase Case => owner;

    public long Key => key;

    public StepModel Step => step;

    public Team Team => team;

    /// <summary>Ids of those who may not do it.</summary>
    public ImmutableArray<string> Excluded => excluded;

    /// <summary>UTC ticks, as the others.</summary>
    public long Opened => opened;

    /// <summary>Who works on it; null while it waits.</summary>
    public Person? By { get; set; }

    public long Begun { get; set; }
}
