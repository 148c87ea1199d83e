using CaseFlow.Engine.Clocks;

namespace CaseFlow.Cli.Calendars;

/// <summary>The calendar files named on a command line: at most one office, and holiday lists of which a later one has its way.</summary>
/// <param name="Office">Joined with the lists that it names; those may lie beside it, as ID.json, without being named on the command line.</param>
/// <param name="Lists">The lists that are not yet part of an office.</param>
internal sealed record CalendarFiles(WorkingCalendar? Office, IReadOnlyList<HolidayList> Lists)
{
    /// <summary>Throws <see cref="CalendarFormatException"/> for a file that can't be read or used.</summary>
    public static CalendarFiles Read(IEnumerable<string> paths)
    {
        var files = paths.Select(path => (Path: path, Content: ReadOne(path))).ToList();
        var lists = files.Select(file => file.Content).OfType<HolidayListFile>().Select(file => file.List).ToList();
        var offices = files.Where(file => file.Content is OfficeCalendarFile).ToList();
        return offices switch
        {
            [] => new CalendarFiles(null, lists),
            [var (path, content)] => new CalendarFiles(Join((OfficeCalendarFile)content, path, lists), []),
            [_, var (second, _), ..] => throw new CalendarFormatException(second, "$.kind", "Expected one calendar of an office, but this is the second."),
        };
    }

    /// <summary>Lists that the command line names beside those of the office come after them, and before the office's own days.</summary>
    private static WorkingCalendar Join(OfficeCalendarFile office, string path, List<HolidayList> given)
    {
        var known = given.Select(list => list.Id).ToHashSet();
        var beside = office.HolidayLists
            .Where(id => !known.Contains(id))
            .Select(id => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", id + ".json"))
            .Where(File.Exists)
            .Select(file => ReadOne(file) is HolidayListFile list ? list.List : throw new CalendarFormatException(file, "$.kind", "Expected a list of holidays."));
        var all = office with { HolidayLists = [.. office.HolidayLists.Union(known)] };
        return CalendarReader.Join(all, path, [.. given, .. beside]);
    }

    private static CalendarFile ReadOne(string path)
    {
        try
        {
            return CalendarReader.Read(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CalendarFormatException(path, "$", $"Expected a file that can be read, but {e.Message}");
        }
    }
}
