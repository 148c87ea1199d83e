namespace CaseFlow.Engine.Simulation.Running;

/// <summary>One of a team. Works on one task at a time, in the hours of their calendar; what is begun is gone on with on the next working day.</summary>
internal sealed class Person(string id, Shifts shifts)
{
    public Actor Actor { get; } = Actor.Staff(id);

    public Shifts Shifts => shifts;

    public WorkItem? Current { get; set; }

    /// <summary>Ticks of working time spent on tasks that are over.</summary>
    public long Worked { get; set; }
}
