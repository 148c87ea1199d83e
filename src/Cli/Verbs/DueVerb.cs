using System.CommandLine;
using CaseFlow.Cli.Calendars;
using CaseFlow.Cli.Due;
using CaseFlow.Engine.Clocks;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Verbs;

/// <summary><c>caseflow due</c>: a CSV table of starts, rules and amounts in, the same table with due times out.</summary>
internal static class DueVerb
{
    private static readonly Option<string[]> Calendar = new("--calendar")
    {
        Description = "A calendar or holiday file of our own format, or a holiday-cn year file. May be repeated; of two files about one date the later has its way.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Zone = new("--zone") { Description = "The time zone of the times in the table, such as Asia/Shanghai. Needed unless a calendar file names it.", HelpName = "ZONE" };

    private static readonly Option<string[]> Open = new("--open")
    {
        Description = "Opening hours, such as 09:00-17:00 or 09:00-12:00,13:00-17:00. May be repeated. Needed unless a calendar file has them.",
        HelpName = "HH:MM-HH:MM",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Week = new("--week") { Description = "The open days: ranges and lists, such as Mon-Fri (the default) or Mon,Wed,Sat.", HelpName = "DAYS" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("due", "Adds due times to a CSV table with the columns start (local, 2026-03-02 09:30), rule (" + string.Join(", ", DueRules.Names) + ") and amount. Reads standard input, writes standard output.")
        {
            Calendar, Zone, Open, Week,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        try
        {
            var problem = TryBuild(CalendarFiles.Read(parsed.GetValue(Calendar) ?? []), parsed, out var calendar);
            if (problem is null) return Compute(calendar!, terminal);
            terminal.Error.WriteLine(problem);
            return ExitCode.Usage;
        }
        catch (CalendarFormatException e)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.Refused;
        }
    }

    private static int Compute(WorkingCalendar calendar, Terminal terminal)
    {
        var table = new DueTable(calendar);
        try
        {
            table.Compute(terminal.In, terminal.Out);
        }
        catch (DueRowException e)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.Refused;
        }

        foreach (var (year, line) in table.MissingYears)
            terminal.Error.WriteLine($"warning: line {line}: the holidays of {year} are not known; the ordinary week was taken for it, here and in later rows.");
        return ExitCode.Done;
    }

    /// <summary>The calendar of the files, where the command line doesn't say otherwise. Returns the problem, or null.</summary>
    private static string? TryBuild(CalendarFiles files, ParseResult parsed, out WorkingCalendar? calendar)
    {
        calendar = null;
        var zone = files.Office?.Zone;
        if (parsed.GetValue(Zone) is { } zoneId && !TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out zone)) return $"--zone: Expected a time zone such as Asia/Shanghai, but found '{zoneId}'.";
        if (zone is null) return "Expected --zone, or a calendar file that names the time zone.";
        var week = files.Office?.Week;
        var (hours, days) = (parsed.GetValue(Open) ?? [], parsed.GetValue(Week));
        if (hours is [] && (week is null || days is not null)) return "Expected --open, or a calendar file with the opening hours and no --week.";
        if (hours is not [] && WeekText.TryParse(days ?? "Mon-Fri", hours, out week) is { } problem) return problem;
        calendar = files.Office is { } office ? office.With(zone, week!) : new WorkingCalendar("command-line", new LocalText("命令行", "Command line"), zone, week!);
        foreach (var list in files.Lists) calendar = calendar.With(list);
        return null;
    }
}
