using CaseFlow.Engine.Clocks;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Recomputing;

/// <summary>Works out what a change of a calendar file would do.</summary>
internal sealed class CalendarPreviews(Database database, FlowLibrary flows)
{
    /// <param name="id">The file's id and the one its content has.</param>
    /// <exception cref="CalendarFormatException">The content, or the calendars with it, can't be used.</exception>
    public async Task<CalendarPreview> OfAsync(string tenant, string id, string content, CancellationToken cancel)
    {
        await using var context = database.Open(ReadScope.Whole(tenant));
        var rows = await context.Calendars.AsNoTracking().Select(row => new { row.Id, row.Content, row.IsDefault }).ToListAsync(cancel);
        var before = rows.Select(row => (row.Id, row.Content, row.IsDefault)).ToList();
        List<(string Id, string Content, bool IsDefault)> after = [.. before.Where(row => row.Id != id), (id, content, before.Any(row => row.Id == id && row.IsDefault))];
        var (old, now) = (CalendarSet.Read(before), CalendarSet.Read(after));
        return CalendarReader.Read(content, id) is HolidayListFile list
            ? await OfListAsync(context, tenant, before.Find(row => row.Id == id).Content, list.List, after, now, cancel)
            : await OfOfficeAsync(context, tenant, old.Ids.Contains(id) ? old[id] : null, now[id], now, cancel);
    }

    private async Task<CalendarPreview> OfOfficeAsync(CaseFlowDbContext context, string tenant, WorkingCalendar? old, WorkingCalendar calendar, CalendarSet now, CancellationToken cancel) => new(
        null, [calendar.Name], CalendarComparison.Zone(old, calendar), CalendarComparison.Week(old, calendar), CalendarComparison.Days(old?.SpecialDays ?? [], calendar.SpecialDays),
        await CountAsync(context, tenant, [calendar.Id], now, cancel));

    private async Task<CalendarPreview> OfListAsync(
        CaseFlowDbContext context, string tenant, string? old, HolidayList list, List<(string Id, string Content, bool IsDefault)> files, CalendarSet now, CancellationToken cancel)
    {
        var known = old is null ? null : CalendarReader.Read(old, list.Id) as HolidayListFile;
        var following = files.Select(file => CalendarReader.Read(file.Content, file.Id)).OfType<OfficeCalendarFile>().Where(office => office.HolidayLists.Contains(list.Id)).Select(office => office.Calendar).ToList();
        return new CalendarPreview(
            null, [.. following.Select(calendar => calendar.Name)], null, [], CalendarComparison.Days(known?.List.Days ?? [], list.Days), await CountAsync(context, tenant, [.. following.Select(calendar => calendar.Id)], now, cancel));
    }

    /// <summary>By the newest version of each flow: that names which calendar its clocks follow.</summary>
    private async Task<int> CountAsync(CaseFlowDbContext context, string tenant, IReadOnlyCollection<string> calendars, CalendarSet now, CancellationToken cancel)
    {
        var count = 0;
        foreach (var flow in await context.Flows.AsNoTracking().OrderBy(row => row.Key).Select(row => row.Key).ToListAsync(cancel))
        {
            var clocks = await flows.NewestAsync(tenant, flow, cancel) is { } package
                ? package.Clocks.Where(clock => calendars.Contains(clock.Calendar ?? now.Default.Id)).Select(clock => clock.Id).ToList()
                : [];
            if (clocks.Count == 0) continue;
            count += await context.Clocks.Where(row => row.StoppedAt == null && row.FlowKey == flow && clocks.Contains(row.ClockId)).OrderBy(row => row.CaseId).Take(CalendarPreview.MostCounted - count).CountAsync(cancel);
            if (count == CalendarPreview.MostCounted) break;
        }

        return count;
    }
}
