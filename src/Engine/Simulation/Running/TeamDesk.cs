namespace CaseFlow.Engine.Simulation.Running;

/// <summary>
/// Gives tasks to people: first come, first served, each to the first person of the team who is there, free and not excluded.
/// Tasks are given out by <see cref="Distribute(long)"/> only, once a step is over: within one, a task may open and be withdrawn again.
/// </summary>
internal sealed class TeamDesk(IReadOnlyList<Team> teams, Agenda agenda)
{
    private readonly List<Team> _changed = [];
    private long _countedFrom;

    public IReadOnlyList<Team> Teams => teams;

    public void Open(WorkItem item, long now)
    {
        item.Case.Add(item);
        item.Team.Queue.AddLast(item);
        item.Step.Tally.Opened(now);
        Changed(item.Team);
    }

    /// <summary>The task is done: its person is free again, and goes on once the case has.</summary>
    public void Complete(WorkItem item, long now)
    {
        Leave(item, now);
        item.Step.Tally.Done((now - item.Begun) / (double)TimeSpan.TicksPerSecond);
        item.Team.Done++;
        Changed(item.Team);
    }

    /// <summary>The task is no longer to be done, whether somebody works on it or not.</summary>
    public void Cancel(WorkItem item, long now)
    {
        if (item.By is null)
        {
            item.Team.Queue.Remove(item);
            item.Step.Tally.Gone(now);
            item.Case.Remove(item);
            return;
        }

        Leave(item, now);
        Changed(item.Team);
    }

    public void Wake(Team team)
    {
        team.WakesAt = long.MaxValue;
        Changed(team);
    }

    /// <summary>Gives out what waits, in the teams in which something changed.</summary>
    public void Distribute(long now)
    {
        foreach (var team in _changed) Distribute(team, now);
        _changed.Clear();
    }

    private void Changed(Team team)
    {
        if (!_changed.Contains(team)) _changed.Add(team);
    }

    private void Distribute(Team team, long now)
    {
        if (team.Queue.Count == 0 || team.Busy == team.People.Count) return;
        foreach (var person in team.People)
            if (person.Current is null && person.Shifts.IsOpen(now) && NextFor(person, team) is { } item)
                Begin(person, item, now);
        if (team.Queue.Count > 0) PlanWaking(team, now);
    }

    /// <summary>Counting begins: what was worked before is forgotten.</summary>
    public void Clear(long now)
    {
        _countedFrom = now;
        foreach (var team in teams)
        {
            team.Done = 0;
            foreach (var person in team.People) person.Worked = 0;
        }
    }

    private static WorkItem? NextFor(Person person, Team team)
    {
        foreach (var item in team.Queue)
            if (!item.Excluded.Contains(person.Actor.Id))
                return item;
        return null;
    }

    private void Begin(Person person, WorkItem item, long now)
    {
        item.Team.Queue.Remove(item);
        item.Team.Busy++;
        (person.Current, item.By, item.Begun) = (item, person, now);
        item.Step.Tally.Begun(now, (now - item.Opened) / (double)TimeSpan.TicksPerSecond);
        var done = person.Shifts.After(now, item.Step.DrawDuration(ref item.Case.Draws));
        if (done < long.MaxValue) agenda.Add(new Due(done, DueWhat.WorkDone, item.Case, item.Key));
    }

    private void Leave(WorkItem item, long now)
    {
        item.By!.Worked += item.By.Shifts.Between(Math.Max(item.Begun, _countedFrom), now);
        item.By.Current = null;
        item.Team.Busy--;
        item.Case.Remove(item);
    }

    private void PlanWaking(Team team, long now)
    {
        var at = long.MaxValue;
        foreach (var person in team.People)
            if (person.Current is null && !person.Shifts.IsOpen(now))
                at = Math.Min(at, person.Shifts.NextOpen(now));
        if (at >= team.WakesAt) return;
        team.WakesAt = at;
        agenda.Add(new Due(at, DueWhat.TeamOpens, null, team.Index));
    }
}
