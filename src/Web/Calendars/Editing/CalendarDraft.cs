using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseFlow.Web.Calendars.Editing;

/// <summary>A calendar file as a form shows and changes it; what the form doesn't show stays in the file as it is.</summary>
public sealed class CalendarDraft
{
    /// <summary>The days of the week by their names in the file, from Monday.</summary>
    public static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly JsonObject source;

    private CalendarDraft(JsonObject source)
    {
        this.source = source;
        var name = source["name"] as JsonObject ?? [];
        IsOffice = source.Text("kind") == "calendar";
        (Id, Chinese, English, Zone) = (source.Text("id"), name.Text("zh-CN"), name.Text("en"), source.Text("zone"));
        var week = source["week"] as JsonObject ?? [];
        foreach (var day in Weekdays) Week[day] = [.. week.Items(day).Select(HoursDraft.Read)];
        Lists = [.. source.Items("holidays").Select(item => item is JsonValue value && value.TryGetValue<string>(out var list) ? list : throw new FormatException("holidays"))];
        Years = string.Join(", ", source.Items("years").Select(year => year?.ToJsonString()));
        OwnDays = DaysDraft.Read(source);
        Notices.AddRange(source.Objects("notices").Select(NoticeDraft.Read));
    }

    /// <summary>An office's calendar; else a list of published holidays.</summary>
    public bool IsOffice { get; }

    public string Id { get; set; }

    public string Chinese { get; set; }

    public string English { get; set; }

    /// <summary>An IANA name.</summary>
    public string Zone { get; set; }

    /// <summary>The hours of each of <see cref="Weekdays"/>; none: closed.</summary>
    public Dictionary<string, List<HoursDraft>> Week { get; } = [];

    /// <summary>Ids of the holiday lists that the office follows, in order.</summary>
    public List<string> Lists { get; }

    /// <summary>The office's own days.</summary>
    public DaysDraft OwnDays { get; }

    /// <summary>The years for which a holiday list speaks in full, with commas between.</summary>
    public string Years { get; set; }

    public List<NoticeDraft> Notices { get; } = [];

    /// <summary>Every list of days with its place in the file.</summary>
    public IEnumerable<(string Path, DaysDraft Days)> AllDays => IsOffice ? [("$", OwnDays)] : Notices.Select((notice, at) => ($"$.notices[{at}]", notice.Days));

    /// <summary>The years as numbers; null where it is none.</summary>
    public IReadOnlyList<int?> YearNumbers =>
        [.. Years.Split([',', '，', '、', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 9990 ? year : (int?)null)];

    /// <returns>Null: a form can't show it, as it is no JSON, or a file of the holiday-cn project.</returns>
    public static CalendarDraft? Read(string content)
    {
        try
        {
            return CalendarJson.Read(content) is { } source && source.Text("kind") is "calendar" or "holidays" ? new CalendarDraft(source) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <param name="holidayLists">Ids of the lists there are, which a new office follows.</param>
    public static CalendarDraft NewOffice(IEnumerable<string> holidayLists)
    {
        var draft = new CalendarDraft(new JsonObject { ["kind"] = "calendar" }) { Zone = "Asia/Shanghai" };
        foreach (var day in Weekdays[..5]) draft.Week[day].Add(new HoursDraft { From = "09:00", To = "17:00" });
        draft.Lists.AddRange(holidayLists);
        return draft;
    }

    public static CalendarDraft NewHolidays(int year)
    {
        var number = year.ToString(CultureInfo.InvariantCulture);
        var draft = new CalendarDraft(new JsonObject { ["kind"] = "holidays" }) { Id = $"cn-{number}", Chinese = $"中国法定节假日 {number} 年", English = $"Public holidays of China, {number}", Years = number };
        draft.Notices.Add(new NoticeDraft());
        return draft;
    }

    /// <summary>The file's text, with what was changed.</summary>
    public string Write()
    {
        var written = (JsonObject)source.DeepClone();
        written["id"] = Id.Trim();
        if (written["name"] is not JsonObject name) written["name"] = name = [];
        (name["zh-CN"], name["en"]) = (Chinese.Trim(), English.Trim());
        if (IsOffice) WriteOffice(written);
        else WriteHolidays(written);
        return CalendarJson.Write(written);
    }

    private void WriteOffice(JsonObject written)
    {
        written["zone"] = Zone;
        if (written["week"] is not JsonObject week) written["week"] = week = [];
        foreach (var day in Weekdays) week.PutList(day, Week[day].Where(hours => !hours.IsEmpty).Select(hours => hours.Write()));
        written.PutList("holidays", Lists.Select(list => JsonValue.Create(list)));
        OwnDays.WriteTo(written);
    }

    private void WriteHolidays(JsonObject written)
    {
        written["years"] = new JsonArray([.. YearNumbers.Select(year => JsonValue.Create(year))]);
        written["notices"] = new JsonArray([.. Notices.Select(notice => notice.Write())]);
    }
}
