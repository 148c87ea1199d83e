using CaseFlow.Engine;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Recomputing;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Storage.Records;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Seeding;

/// <summary>Puts the calendars that ship beside the flows into the database; the tenant's own calendars and those that an admin has changed are left alone.</summary>
internal sealed class ShippedCalendars(Database database, CalendarLibrary library, TimeProvider time)
{
    /// <summary>The one clocks use when they name none.</summary>
    private const string Default = "office-cn";

    public async Task AddAsync(string tenant, string workflows, CancellationToken cancel)
    {
        var folder = Path.Combine(workflows, "calendars");
        if (!System.IO.Directory.Exists(folder)) return;
        await using var context = database.Open(ReadScope.Whole(tenant));
        var known = await context.Calendars.ToDictionaryAsync(row => row.Id, cancel);
        var changedByAdmins = await context.OfficeActs.Where(act => act.Act == CalendarDesk.Changed).Select(act => act.Subject).Distinct().ToListAsync(cancel);
        var changed = new List<CalendarRecord>();
        var hasDefault = known.Values.Any(row => row.IsDefault);
        foreach (var file in System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            if (changedByAdmins.Contains(id)) continue;
            var content = await File.ReadAllTextAsync(file, cancel);
            if (known.TryGetValue(id, out var row))
            {
                if (row.Content != content) changed.Add(row);
                row.Content = content;
            }
            else context.Calendars.Add(new CalendarRecord { Tenant = tenant, Id = id, Content = content, IsDefault = !hasDefault && id == Default });
        }

        foreach (var row in changed)
            CalendarChanges.AddTo(context, [.. context.Calendars.Local], row, Actor.System, $"the program brought a new {row.Id}", DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
        await context.SaveChangesAsync(cancel);
        library.Forget(tenant);
    }
}
