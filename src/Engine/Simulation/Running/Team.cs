namespace CaseFlow.Engine.Simulation.Running;

/// <summary>A team: its people and the tasks that wait for them, oldest first.</summary>
internal sealed class Team(string name, int index, IReadOnlyList<Person> people)
{
    public string Name => name;

    public int Index => index;

    public IReadOnlyList<Person> People => people;

    public LinkedList<WorkItem> Queue { get; } = [];

    /// <summary>How many have a task.</summary>
    public int Busy { get; set; }

    public long Done { get; set; }

    /// <summary>When the team will be looked at again because somebody's day begins; <see cref="long.MaxValue"/>: nothing is planned.</summary>
    public long WakesAt { get; set; } = long.MaxValue;
}
