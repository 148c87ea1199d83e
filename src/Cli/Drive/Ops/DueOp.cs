using System.Text.Json;
using CaseFlow.Cli.Calendars;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Cli.Drive.Ops;

/// <summary><c>due</c>: the due time of a <c>start</c> and an <c>amount</c>, by a <c>calendar</c> file.</summary>
internal static class DueOp
{
    public static void Run(DriveSession session, DriveRequest request, Utf8JsonWriter answer)
    {
        var calendar = request.OptionalFile("calendar") is { } file ? Calendar(file) : null;
        var zone = calendar?.Zone ?? DriveSession.DefaultZone;
        if (Iso8601Date.TryParse(request.Text("start"), zone, out var start) is { } problem) throw new DriveFault(problem);
        var due = Due(request.Find("amount"), start, zone, calendar);
        answer.WriteBoolean("ok", true);
        answer.WriteTime("due", due.At);
        if (!due.CalendarYearMissing) return;
        answer.WriteStartArray("missingYears");
        foreach (var year in due.MissingYears) answer.WriteNumberValue(year);
        answer.WriteEndArray();
    }

    /// <summary>A list of holidays is followed by an office that is open from Monday to Friday, 09:00 to 17:00, in Chinese time.</summary>
    private static WorkingCalendar Calendar(string file)
    {
        var files = CalendarFiles.Read([file]);
        return files.Office ?? files.Lists.Aggregate(PlainOffice.Create(), (calendar, list) => calendar.With(list));
    }

    private static DueAt Due(JsonElement? amount, DateTimeOffset start, TimeZoneInfo zone, WorkingCalendar? calendar)
    {
        if (amount is { ValueKind: JsonValueKind.String } duration) return After(duration.GetString()!, start, zone);
        if (amount is not { ValueKind: JsonValueKind.Object } counted) throw new DriveFault("Expected an 'amount': an ISO 8601 duration, or an object with workingDays or workingHours.");
        var (rule, number) = Counted(new DriveRequest(counted));
        if (calendar is null) throw new DriveFault("Expected a 'calendar' for an amount of working time, but there is none.");
        return DueTime.After(calendar, start, rule, number) switch
        {
            DueAt due => due,
            DueRefused refused => throw new DriveFault(refused.Problem),
            _ => throw new InvalidOperationException("Expected a due time or a refusal."),
        };
    }

    private static DueAt After(string text, DateTimeOffset start, TimeZoneInfo zone)
    {
        if (Iso8601Duration.TryParse(text, out var duration) is { } problem) throw new DriveFault(problem);
        return duration.AddTo(start, zone) is { } at ? new DueAt(at, []) : throw new DriveFault("Expected a due time between the years 1900 and 9990.");
    }

    private static (DueRule Rule, decimal Amount) Counted(DriveRequest amount)
    {
        if (amount.Find("workingHours") is { } hours) return (DueRule.WorkingHours, Number(hours));
        if (amount.Find("workingDays") is not { } days) throw new DriveFault("Expected workingDays or workingHours in 'amount'.");
        return amount.OptionalText("rule") switch
        {
            null or "sameTime" => (DueRule.WorkingDaysSameTime, Number(days)),
            "nextDayEndOfDay" => (DueRule.WorkingDaysEndOfNthDayAfter, Number(days)),
            var other => throw new DriveFault($"Expected a rule of sameTime, nextDayEndOfDay, but found '{other}'."),
        };
    }

    private static decimal Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : throw new DriveFault("Expected a number in 'amount'.");
}
