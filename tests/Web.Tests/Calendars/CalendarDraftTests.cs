using System.Text.Json.Nodes;
using CaseFlow.Engine.Clocks;
using CaseFlow.Web.Calendars.Editing;
using CaseFlow.Web.Tests.Support;

namespace CaseFlow.Web.Tests.Calendars;

public sealed class CalendarDraftTests
{
    private const string Full =
        """
        {
          "$schema": "https://example.org/calendar.json",
          "kind": "calendar", "id": "own", "name": { "zh-CN": "本所", "en": "Ours" }, "zone": "Asia/Urumqi",
          "week": { "sun": ["09:00-12:00", "13:30-17:30"], "mon": [], "tue": ["22:00-24:00"] },
          "holidays": ["later", "earlier"],
          "working": [{ "name": { "en": "Fair", "zh-CN": "集市" }, "date": "2026-05-10", "hours": ["08:00-12:00"] }],
          "off": [{ "from": "2026-07-01", "to": "2026-07-03", "name": { "zh-CN": "修缮", "en": "Works" } }, { "date": "2026-03-08", "name": { "zh-CN": "妇女节", "en": "Women's Day" } }]
        }
        """;

    [Theory]
    [InlineData("office-cn")]
    [InlineData("cn-2024")]
    [InlineData("cn-2025")]
    [InlineData("cn-2026")]
    public void Writes_a_shipped_file_as_it_is(string file)
    {
        var text = RepositoryFiles.Read($"workflows/calendars/{file}.json");
        Assert.Equal(text, CalendarDraft.Read(text)!.Write());
    }

    [Fact]
    public void Keeps_what_a_file_holds()
    {
        var (before, after) = (JsonNode.Parse(Full)!.AsObject(), JsonNode.Parse(CalendarDraft.Read(Full)!.Write())!.AsObject());

        // Days stand in the order of their dates.
        Assert.Equal("2026-03-08", after["off"]![0]!["date"]!.GetValue<string>());
        after["off"] = new JsonArray([.. after["off"]!.AsArray().Reverse().Select(day => day!.DeepClone())]);
        Assert.True(JsonNode.DeepEquals(before, after), after.ToJsonString());
    }

    [Fact]
    public void Changes_only_what_was_changed()
    {
        var draft = CalendarDraft.Read(Full)!;
        draft.Week["mon"].Add(new HoursDraft { From = "9", To = "1730" });
        draft.Week["tue"].Clear();
        draft.Lists.Remove("later");
        draft.OwnDays.Off[0].To = new DateOnly(2026, 3, 9);
        draft.OwnDays.Off[1].To = null;
        draft.OwnDays.Working[0].Hours.Clear();

        var written = JsonNode.Parse(draft.Write())!.AsObject();

        var expected = JsonNode.Parse(Full)!.AsObject();
        expected["week"] = JsonNode.Parse("""{ "sun": ["09:00-12:00", "13:30-17:30"], "mon": ["09:00-17:30"], "tue": [] }""");
        expected["holidays"] = JsonNode.Parse("""["earlier"]""");
        expected["off"] = JsonNode.Parse(
            """[{ "from": "2026-03-08", "to": "2026-03-09", "name": { "zh-CN": "妇女节", "en": "Women's Day" } }, { "date": "2026-07-01", "name": { "zh-CN": "修缮", "en": "Works" } }]""");
        expected["working"]![0]!.AsObject().Remove("hours");
        Assert.True(JsonNode.DeepEquals(expected, written), written.ToJsonString());
    }

    [Theory]
    [InlineData("9", "09:00")]
    [InlineData("930", "09:30")]
    [InlineData("1730", "17:30")]
    [InlineData("9:05", "09:05")]
    [InlineData("９：３０", "09:30")]
    [InlineData(" 13.15 ", "13:15")]
    [InlineData("24", "24:00")]
    [InlineData("08:00:30", "08:00:30")]
    [InlineData("noon", "noon")]
    public void Puts_a_time_right_that_is_written_otherwise(string typed, string time) => Assert.Equal(time, new HoursDraft { From = typed }.From);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "kind": "calendar", "id": "x", "week": { "mon": "09:00-17:00" } }""")]
    [InlineData("""{ "year": 2026, "papers": [], "days": [{ "name": "元旦", "date": "2026-01-01", "isOffDay": true }] }""")]
    public void Shows_nothing_that_a_form_would_spoil(string content) => Assert.Null(CalendarDraft.Read(content));

    [Fact]
    public void A_new_file_needs_little_to_be_one()
    {
        var office = CalendarDraft.NewOffice(["cn-2026"]);
        (office.Id, office.Chinese, office.English) = ("site", "站点", "Site");
        var list = CalendarDraft.NewHolidays(2027);
        list.Notices[0].Title = "通知";
        list.Notices[0].Days.Off.Add(new DayDraft { From = new DateOnly(2027, 1, 1), Chinese = "元旦", English = "New Year" });

        var read = Assert.IsType<OfficeCalendarFile>(CalendarReader.Read(office.Write(), "site"));
        Assert.Equal(("Asia/Shanghai", 5, "cn-2026"), (read.Calendar.Zone.Id, read.Calendar.Week.OpenDays, Assert.Single(read.HolidayLists)));
        var holidays = Assert.IsType<HolidayListFile>(CalendarReader.Read(list.Write(), "cn-2027")).List;
        Assert.Equal(("cn-2027", 2027, new DateOnly(2027, 1, 1)), (holidays.Id, Assert.Single(holidays.Years), Assert.Single(holidays.Days).Date));
    }
}
