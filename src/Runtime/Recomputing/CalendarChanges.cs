using CaseFlow.Engine;
using CaseFlow.Engine.Clocks;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>Changes a calendar file and, with it, asks for the open clocks to be worked out anew.</summary>
internal static class CalendarChanges
{
    /// <summary>Adds to the context what a change of the file asks for; nothing when no calendar follows it. The caller saves.</summary>
    /// <param name="calendars">The tenant's files as they will stand, by id.</param>
    /// <exception cref="CalendarFormatException">The calendars don't fit together.</exception>
    public static void AddTo(CaseFlowDbContext context, IReadOnlyCollection<CalendarRecord> calendars, CalendarRecord changed, Actor actor, string reason, DateTimeOffset now)
    {
        var set = CalendarSet.Read(calendars.Select(row => (row.Id, row.Content, row.IsDefault)));
        var concerned = Following(calendars, changed).ToList();
        if (concerned.Count == 0) return;
        if (concerned.Contains(set.Default.Id)) concerned.Add("");
        context.Recomputations.Add(New(changed.Tenant, actor, reason, now, changed.Id, string.Join(',', concerned), null));
    }

    public static RecomputationRecord New(string tenant, Actor actor, string reason, DateTimeOffset now, string? calendar, string? concerned, string? flowKey) => new()
    {
        Id = Guid.CreateVersion7(now),
        Tenant = tenant,
        Calendar = calendar,
        Concerned = concerned,
        FlowKey = flowKey,
        Reason = reason,
        ActorKind = actor.Kind,
        ActorId = actor.Id,
        RequestedAt = now,
        // Until then another node may start a clock by the calendar it has read before.
        VisibleAt = now + CalendarLibrary.Freshness,
        CasesSeen = 0,
        CasesChanged = 0,
        ClocksChanged = 0,
        CasesFailed = 0,
    };

    /// <summary>Ids of the office calendars that the file is, or whose holidays it lists.</summary>
    private static IEnumerable<string> Following(IReadOnlyCollection<CalendarRecord> calendars, CalendarRecord changed)
    {
        if (CalendarReader.Read(changed.Content, changed.Id) is OfficeCalendarFile office) return [office.Calendar.Id];
        var list = ((HolidayListFile)CalendarReader.Read(changed.Content, changed.Id)).List.Id;
        return calendars.Select(row => CalendarReader.Read(row.Content, row.Id)).OfType<OfficeCalendarFile>()
            .Where(file => file.HolidayLists.Contains(list)).Select(file => file.Calendar.Id);
    }
}
