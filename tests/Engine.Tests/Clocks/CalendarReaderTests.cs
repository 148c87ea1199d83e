using CaseFlow.Engine.Clocks;
using static CaseFlow.Engine.Tests.Clocks.Calendars;

namespace CaseFlow.Engine.Tests.Clocks;

public sealed class CalendarReaderTests
{
    private const string OfficeJson = """
        {
          "kind": "calendar", "id": "office", "name": { "zh-CN": "办公", "en": "Office" }, "zone": "Asia/Shanghai",
          "week": { "mon": ["13:30-17:30", "09:00-12:00"], "sat": ["10:00-11:00"] },
          "holidays": ["cn"],
          "working": [ { "date": "2026-03-04", "name": { "zh-CN": "开放日", "en": "Open day" }, "hours": ["18:00-20:00"] } ]
        }
        """;

    private const string SpringFestival2020 = """
        {
          "kind": "holidays", "id": "cn", "name": { "zh-CN": "节假日", "en": "Holidays" }, "years": [2020],
          "notices": [
            { "title": "2019-11-21",
              "off": [ { "from": "2020-01-24", "to": "2020-01-30", "name": { "zh-CN": "春节", "en": "Spring Festival" } } ],
              "working": [ { "date": "2020-02-01", "name": { "zh-CN": "春节", "en": "Spring Festival" } } ] },
            { "title": "2020-01-27",
              "off": [ { "from": "2020-01-31", "to": "2020-02-02", "name": { "zh-CN": "春节", "en": "Spring Festival" } } ] }
          ]
        }
        """;

    [Fact]
    public void Reads_an_office_with_its_hours_in_order_and_its_own_days()
    {
        var office = Assert.IsType<OfficeCalendarFile>(CalendarReader.Read(OfficeJson, "office.json"));
        var calendar = CalendarReader.Join(office, "office.json", [new HolidayList("cn", new HashSet<int> { 2026 }, [Off("2026-03-04"), Off("2026-03-07"), Working("2026-03-08")])]);

        Assert.Equal(("office", "办公", "Office", "Asia/Shanghai"), (calendar.Id, calendar.Name.In("zh-CN"), calendar.Name.In("en"), calendar.Zone.Id));
        Assert.Equal("09:00-12:00,13:30-17:30", Hours("2026-03-02"));
        Assert.Equal("", Hours("2026-03-03"));
        Assert.Equal("18:00-20:00", Hours("2026-03-04"));
        Assert.Equal("", Hours("2026-03-07"));
        Assert.Equal("09:00-12:00,13:30-17:30", Hours("2026-03-08"));
        Assert.Equal("10:00-11:00", Hours("2026-03-14"));
        Assert.Equal([2026], calendar.Years);

        string Hours(string date) => calendar.HoursOn(DateOnly.ParseExact(date, "yyyy-MM-dd", null)).ToString();
    }

    [Fact]
    public void A_later_notice_has_its_way_over_an_earlier_one()
    {
        var first = SpringFestival2020.Replace("2020-01-31", "2020-03-01", StringComparison.Ordinal).Replace("2020-02-02", "2020-03-02", StringComparison.Ordinal);

        Assert.Equal("2020-02-01 17:00", With(first).Due("2020-01-23 10:00", "working-days-end-of-nth-day-after", 2));
        Assert.Equal("2020-02-04 17:00", With(SpringFestival2020).Due("2020-01-23 10:00", "working-days-end-of-nth-day-after", 2));
    }

    [Fact]
    public void A_holiday_cn_year_file_covers_its_year_but_not_the_one_before()
    {
        var calendar = With("""{ "year": 2019, "papers": [], "days": [ { "name": "元旦", "date": "2018-12-29", "isOffDay": false }, { "name": "元旦", "date": "2019-01-01", "isOffDay": true } ] }""");

        Assert.Equal("2018-12-29 17:00 missing 2018", calendar.Due("2018-12-28 18:00", "working-hours", 8));
        Assert.Equal("2019-01-02 17:00", calendar.Due("2019-01-01 18:00", "working-hours", 8));
    }

    [Fact]
    public void A_year_file_without_days_covers_nothing() =>
        Assert.Equal("2027-03-02 10:00 missing 2027", With("""{ "year": 2027, "papers": [], "days": [] }""").Due("2027-03-01 10:00", "working-days-same-time", 1));

    [Theory]
    [InlineData("{", "f.json: line 1: Expected JSON, but it can't be read here.")]
    [InlineData("[]", "f.json: $: Expected an object.")]
    [InlineData("{}", "f.json: $: Expected a property 'kind', but there is none.")]
    [InlineData("""{ "kind": "party" }""", "f.json: $.kind: Expected 'calendar' or 'holidays', but found 'party'.")]
    [InlineData("""{ "year": 2026, "papers": [], "days": [ { "name": "元旦", "date": "2026-02-30", "isOffDay": true } ] }""", "f.json: $.days[0].date: Expected a date such as 2026-01-31, but found '2026-02-30'.")]
    [InlineData("""{ "year": 2026, "papers": [], "days": [ { "name": "元旦", "date": "2026-02-20" } ] }""", "f.json: $.days[0]: Expected a property 'isOffDay', but there is none.")]
    [InlineData("""{ "kind": "calendar", "id": "a", "hours": 3 }""", "f.json: $: Expected one of kind, id, name, zone, week, holidays, off, working, but found 'hours'.")]
    public void A_file_that_cannot_be_used_is_refused_with_its_place(string json, string message) =>
        Assert.Equal(message, Assert.Throws<CalendarFormatException>(() => CalendarReader.Read(json, "f.json")).Message);

    [Theory]
    [InlineData("Asia/Shanghai", "Asia/Atlantis", "$.zone: Expected a time zone such as Asia/Shanghai, but found 'Asia/Atlantis'.")]
    [InlineData("13:30-17:30", "22:00-06:00", "$.week.mon[0]: Expected opening hours that end later on the same day, but found '22:00-06:00'. Hours past midnight are written as two intervals: up to 24:00, and from 00:00 of the next day.")]
    [InlineData("13:30-17:30", "11:30-17:30", "$.week.mon: Expected opening hours that don't overlap, but 09:00-12:00 and 11:30-17:30 do.")]
    [InlineData("13:30-17:30", "afternoon", "$.week.mon[0]: Expected opening hours such as 09:00-17:00, but found 'afternoon'.")]
    [InlineData("\"sat\"", "\"sabbath\"", "$.week: Expected one of mon, tue, wed, thu, fri, sat, sun, but found 'sabbath'.")]
    [InlineData("\"18:00-20:00\"", "", "$.working[0]: Expected opening hours on a working day, but the list is empty.")]
    [InlineData("\"date\": \"2026-03-04\"", "\"from\": \"2026-03-04\", \"to\": \"2026-03-01\"", "$.working[0]: Expected 'to' on or after 'from', and at most a year later.")]
    [InlineData("\"office\"", "\"an office\"", "$.id: Expected a name of letters, digits, '-', '_' and '.' that starts with a letter, but found 'an office'.")]
    public void A_fault_in_an_office_file_is_named(string part, string wrong, string message) =>
        Assert.Equal("f.json: " + message, Assert.Throws<CalendarFormatException>(() => CalendarReader.Read(OfficeJson.Replace(part, wrong, StringComparison.Ordinal), "f.json")).Message);

    [Fact]
    public void A_holiday_list_that_is_not_there_is_named()
    {
        var office = (OfficeCalendarFile)CalendarReader.Read(OfficeJson, "office.json");

        var fault = Assert.Throws<CalendarFormatException>(() => CalendarReader.Join(office, "office.json", []));

        Assert.Equal("office.json: $.holidays: Expected a holiday list 'cn', but there is none.", fault.Message);
    }

    private static WorkingCalendar With(string json) => Office().With(Assert.IsType<HolidayListFile>(CalendarReader.Read(json, "f.json")).List);
}
