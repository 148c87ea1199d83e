using CaseFlow.Engine.Clocks;
using CaseFlow.Web.Calendars.Editing;
using CaseFlow.Web.Resources;
using CaseFlow.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Tests.Calendars;

public sealed class CalendarCheckTests
{
    private static readonly (string Path, string Words, Action<CalendarDraft> Spoil)[] Faults =
    [
        ("$.id", "Letters, digits, “-”, “_” and “.”, beginning with a letter.", draft => draft.Id = "1st"),
        ("$.id", "There is a calendar with this short name already.", draft => draft.Id = "taken"),
        ("$.name.zh-CN", "Please fill this in.", draft => draft.Chinese = " "),
        ("$.name.en", "Please fill this in.", draft => draft.English = ""),
        ("$.week", "At least one day of the week must be open.", draft => draft.Week["mon"].Clear()),
        ("$.week.mon[0]", "Two times such as 09:00 and 17:00, the second later on the same day.", draft => draft.Week["mon"][0].To = "08:00"),
        ("$.week.mon", "These hours overlap.", draft => draft.Week["mon"].Add(new HoursDraft { From = "12:00", To = "18:00" })),
        ("$.off[0].date", "Please choose a date.", draft => draft.OwnDays.Off[0].From = null),
        ("$.off[0].to", "On or after the first day, and at most a year later.", draft => draft.OwnDays.Off[0].To = new DateOnly(2026, 1, 1)),
        ("$.off[0].name.en", "Please fill this in.", draft => draft.OwnDays.Off[0].English = ""),
        ("$.working[0].date", "This date stands in the list before.", draft => draft.OwnDays.Working[0].From = new DateOnly(2026, 7, 2)),
        ("$.working[0].hours[0]", "Two times such as 09:00 and 17:00, the second later on the same day.", draft => draft.OwnDays.Working[0].Hours.Add(new HoursDraft { From = "9" })),
        ("$.years", "Years such as 2026, with commas between.", draft => draft.Years = "this year"),
        ("$.years", "There is no day of 2027 yet.", draft => draft.Years = "2026，2027"),
        ("$.notices[0].title", "Please fill this in.", draft => draft.Notices[0].Title = ""),
        ("$.notices[0].off[0].name.zh-CN", "Please fill this in.", draft => draft.Notices[0].Days.Off[0].Chinese = ""),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Faults.Length)];

    [Theory, MemberData(nameof(All))]
    public void Says_beside_the_field_what_is_wrong(int at)
    {
        var (path, words, spoil) = Faults[at];
        var draft = path.StartsWith("$.years", StringComparison.Ordinal) || path.StartsWith("$.notices", StringComparison.Ordinal) ? Holidays() : Office();
        Assert.Equal(0, Check(draft).Count);

        spoil(draft);

        var errors = Check(draft);
        Assert.Equal((1, words), (errors.Count, errors.On(path)));
        if (words != "There is a calendar with this short name already.") Assert.Throws<CalendarFormatException>(() => CalendarReader.Read(draft.Write(), "x"));
    }

    [Fact]
    public void Passes_nothing_that_the_engine_refuses()
    {
        foreach (var draft in new[] { Office(), Holidays() })
        {
            Assert.Equal(0, Check(draft).Count);
            CalendarReader.Read(draft.Write(), "x");
        }
    }

    [Fact]
    public void Knows_a_holiday_in_the_other_language()
    {
        var known = new KnownNames([Office()]);
        var (day, other, own) = (new DayDraft { Chinese = "修缮" }, new DayDraft { English = "fair" }, new DayDraft { Chinese = "修缮", English = "Repairs" });

        foreach (var one in new[] { day, other, own }) known.Complete(one);

        Assert.Equal(("Works", "集市", "Repairs"), (day.English, other.Chinese, own.English));
    }

    private static FieldErrors Check(CalendarDraft draft)
    {
        var services = new ServiceCollection();
        services.AddWords();
        using var provider = services.BuildServiceProvider();
        return CalendarCheck.Of(draft, ["taken"], provider.GetRequiredService<IStringLocalizer<UiText>>());
    }

    private static CalendarDraft Office() => CalendarDraft.Read(
        """
        { "kind": "calendar", "id": "own", "name": { "zh-CN": "本所", "en": "Ours" }, "zone": "Asia/Shanghai", "week": { "mon": ["09:00-17:00"] },
          "off": [{ "from": "2026-07-01", "to": "2026-07-03", "name": { "zh-CN": "修缮", "en": "Works" } }],
          "working": [{ "date": "2026-05-10", "name": { "zh-CN": "集市", "en": "Fair" } }] }
        """)!;

    private static CalendarDraft Holidays() => CalendarDraft.Read(
        """
        { "kind": "holidays", "id": "h", "name": { "zh-CN": "假", "en": "Holidays" }, "years": [2026],
          "notices": [{ "title": "n", "off": [{ "date": "2026-01-01", "name": { "zh-CN": "元旦", "en": "New Year" } }] }] }
        """)!;
}
