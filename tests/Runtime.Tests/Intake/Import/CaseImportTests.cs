using System.Text;
using CaseFlow.Engine.Feel;
using CaseFlow.Runtime.Intake.Import;
using CaseFlow.Runtime.Storage;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Runtime.Tests.Intake.Import;

public sealed class CaseImportTests
{
    private const string Map = """
        {
          "flow": "help", "source": "letters", "externalId": "编号",
          "receivedAt": { "column": "时间", "formats": ["yyyy-MM-dd HH:mm:ss"], "timeZone": "Asia/Shanghai" },
          "unit": { "column": "街道", "values": { "青榆": "s1", "白桦": "s2" } },
          "fields": { "title": { "column": "主题", "maxLength": 60 }, "description": { "column": "详情" }, "name": { "column": "用户" }, "urgency": { "value": "normal" } }
        }
        """;

    private const string Header = "编号,用户,主题,时间,详情,街道\n";

    [Fact]
    public async Task Starts_a_case_a_row_and_nothing_twice()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        const string csv = Header + "1,甲,路灯不亮,2026-11-20 08:00:00,\"第一行\n第二行, 有逗号\",青榆\n2,乙,井盖松动,2026-11-21 09:30:00,响,白桦\n";

        var first = await ImportAsync(bureau, csv);
        var second = await ImportAsync(bureau, csv + "3,丙,新的,2026-11-22 10:00:00,,青榆\n");

        Assert.Equal(new ImportCounts(2, 2, 0, 0), first.Counts);
        Assert.Equal(new ImportCounts(3, 1, 2, 0), second.Counts);
        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var rows = await context.Cases.OrderBy(row => row.ExternalId).ToListAsync();
        Assert.Equal([("1", "路灯不亮", "s1"), ("2", "井盖松动", "s2"), ("3", "新的", "s1")], rows.Select(row => (row.ExternalId, row.Title, row.UnitCode)));
        Assert.Equal(
            ("第一行\n第二行, 有逗号", new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), "import", null),
            (rows[0].Description, rows[0].ReceivedAt, rows[0].Channel, rows[0].FollowCodeHash));
        Assert.Equal(["丙", "乙", "甲"], await context.People.OrderBy(person => person.Name).Select(person => person.Name).ToListAsync());
    }

    [Fact]
    public async Task Takes_an_id_that_stands_twice_in_the_file_once()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var (counts, _) = await ImportAsync(bureau, Header + string.Concat(Enumerable.Repeat("1,甲,路灯,2026-11-20 08:00:00,,青榆\n", 20)));

        Assert.Equal(new ImportCounts(20, 1, 19, 0), counts);
    }

    [Fact]
    public async Task Writes_refused_rows_with_line_and_reason_ready_to_be_mended()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var (counts, refused) = await ImportAsync(
            bureau, Header + "1,甲,\"a\nb\",2026-11-20 08:00:00,,青榆\n2,乙,x,20.11.2026,,青榆\n3,丙,,2026-11-20 08:00:00,\"引\"\"号\",青榆\n4,丁,x,2026-11-20 08:00:00,,外地\n5,戊,x,2027-01-01 00:00:00,,青榆\n");

        Assert.Equal(new ImportCounts(5, 1, 0, 4), counts);
        Assert.Equal(
            [
                "4,\"Expected a time like yyyy-MM-dd HH:mm:ss in column 时间, but found 20.11.2026.\",2,乙,x,20.11.2026,,青榆",
                "5,title: required,3,丙,,2026-11-20 08:00:00,\"引\"\"号\",青榆",
                "6,\"Expected one of 青榆, 白桦 in column 街道, but found 外地.\",4,丁,x,2026-11-20 08:00:00,,外地",
                "7,\"Expected a request received by now, but it says 2026-12-31T16:00:00.0000000+00:00.\",5,戊,x,2027-01-01 00:00:00,,青榆",
                "line,reason,编号,用户,主题,时间,详情,街道",
            ],
            refused.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gives_an_old_backlog_a_fresh_start_when_told_to()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        const string csv = Header + "1,甲,路灯,2019-02-28 11:25:05,,青榆\n";

        await ImportAsync(bureau, csv, Map.Replace("\"flow\"", "\"clocks\": \"from-import\", \"flow\"", StringComparison.Ordinal));

        await using var context = bureau.Database.Open(ReadScope.Whole(Seeded.Tenant));
        var row = await context.Cases.SingleAsync();
        Assert.Equal((bureau.Time.Now, bureau.Time.Now.AddHours(24)), (row.ReceivedAt, row.Due!.Value));
        var original = Assert.IsType<FeelDateTime>((await bureau.StateAsync(row.Id)).Variables.Find("originallyReceivedAt"));
        Assert.Equal(new DateTimeOffset(2019, 2, 28, 3, 25, 5, TimeSpan.Zero), original.ToMoment(TimeSpan.Zero));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("gbk", false)]
    [InlineData("utf-16", true)]
    public async Task Reads_encodings_with_and_without_a_mark(string encoding, bool mark)
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var coder = Encoding.GetEncoding(encoding == "gbk" ? "gb18030" : encoding);
        byte[] content = [.. mark ? coder.GetPreamble() : [], .. coder.GetBytes(Header + "1,甲,路灯不亮,2026-11-20 08:00:00,,青榆\n")];

        var map = ImportMap.Parse(Map) with { Encoding = mark ? "utf-8" : encoding };
        var counts = await bureau.Get<CaseImport>().RunAsync(Seeded.Tenant, new MemoryStream(content), map, new ImportOptions());

        Assert.Equal(new ImportCounts(1, 1, 0, 0), counts);
    }

    [Theory]
    [InlineData("编号,用户,主题,时间,详情\n", "Expected the columns 街道, but the file has 编号, 用户, 主题, 时间, 详情.")]
    [InlineData("", "Expected a header line, but the file is empty.")]
    public async Task Refuses_a_file_it_can_not_use_at_once(string csv, string message)
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var error = await Assert.ThrowsAsync<FormatException>(() => ImportAsync(bureau, csv));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task Refuses_an_unknown_flow()
    {
        await using var bureau = await Seeded.OpenAsync(Requests.Flows);

        var error = await Assert.ThrowsAsync<FormatException>(() => ImportAsync(bureau, Header, Map.Replace("\"help\"", "\"ghost\"", StringComparison.Ordinal)));

        Assert.Equal("Expected a published flow, but ghost is not one of help.", error.Message);
    }

    private static async Task<(ImportCounts Counts, string Refused)> ImportAsync(Bureau bureau, string csv, string map = Map)
    {
        var refused = new StringWriter { NewLine = "\n" };
        var counts = await bureau.Get<CaseImport>().RunAsync(Seeded.Tenant, new MemoryStream(Encoding.UTF8.GetBytes(csv)), ImportMap.Parse(map), new ImportOptions(refused));
        return (counts, refused.ToString());
    }
}
