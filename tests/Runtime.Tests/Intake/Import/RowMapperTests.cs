using CaseFlow.Runtime.Intake.Import;

namespace CaseFlow.Runtime.Tests.Intake.Import;

public sealed class RowMapperTests
{
    private const string Map = """
        {
          "flow": "complaint", "source": "la", "externalId": "id",
          "receivedAt": { "column": "at", "formats": ["MM/dd/yyyy hh:mm:ss tt", "yyyy-MM-dd"], "timeZone": "America/Los_Angeles" },
          "unit": { "column": "area", "values": { "N": "s1", "S": "s2" } },
          "fields": {
            "title": { "column": "title", "maxLength": 5 },
            "urgency": { "value": "normal" },
            "tags": { "column": "tags", "split": ";" },
            "category": { "column": "type", "values": { "Graffiti": "clean" }, "value": "other" },
          }
        }
        """;

    [Fact]
    public void Takes_columns_constants_lists_and_translations()
    {
        var row = Map1("7", "12/31/2018 11:55:30 PM", "S", "Graffiti on wall", "a; b;", "Graffiti");

        Assert.Equal(("7", "s2", new DateTimeOffset(2019, 1, 1, 7, 55, 30, TimeSpan.Zero)), (row.ExternalId, row.Unit, row.OriginalTime));
        Assert.Equal("title=Graff urgency=normal tags=a,b category=clean", Text(row));
    }

    [Fact]
    public void Leaves_out_empty_cells_and_takes_the_value_for_unknown_ones()
    {
        Assert.Equal("urgency=normal category=other", Text(Map1("7", "2018-07-01", "N", "", "", "Unheard of")));
    }

    [Theory]
    [InlineData("03/10/2019 02:30:00 AM", "2019-03-10T10:30:00")]
    [InlineData("11/03/2019 01:30:00 AM", "2019-11-03T08:30:00")]
    public void Has_an_answer_for_hours_that_a_clock_change_skips_or_repeats(string local, string utc)
    {
        Assert.Equal(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), Map1("7", local, "N", "t", "", "").OriginalTime!.Value.UtcDateTime);
    }

    [Theory]
    [InlineData("", "2018-07-01", "N", "Expected an id in column id, but it is empty.")]
    [InlineData("7", "31.12.2018", "N", "Expected a time like MM/dd/yyyy hh:mm:ss tt or yyyy-MM-dd in column at, but found 31.12.2018.")]
    [InlineData("7", "2018-07-01", "W", "Expected one of N, S in column area, but found W.")]
    public void Refuses_a_row_it_can_not_read_and_says_why(string id, string at, string area, string reason)
    {
        var error = Assert.Throws<RowRefusedException>(() => Map1(id, at, area, "t", "", ""));

        Assert.Equal(reason, error.Message);
    }

    [Fact]
    public void Refuses_a_file_that_lacks_a_column_by_its_name()
    {
        var error = Assert.Throws<FormatException>(() => new RowMapper(ImportMap.Parse(Map), ["id", "at", "area", "title", "type"]));

        Assert.Equal("Expected the columns tags, but the file has id, at, area, title, type.", error.Message);
    }

    [Theory]
    [InlineData("""{ "flow": "x" }""")]
    [InlineData("""{ "flow": "x", "source": "s", "externalId": "id", "fields": {}, "colour": "red" }""")]
    [InlineData("not json")]
    public void Refuses_a_map_it_does_not_understand(string json)
    {
        Assert.StartsWith("Expected an import map, but", Assert.Throws<FormatException>(() => ImportMap.Parse(json)).Message, StringComparison.Ordinal);
    }

    private static MappedRow Map1(params string[] cells) =>
        new RowMapper(ImportMap.Parse(Map), ["id", "at", "area", "title", "tags", "type"]).Map(new ImportRow(2, cells));

    private static string Text(MappedRow row) => string.Join(' ', row.Values.Select(value => $"{value.Key}={string.Join(',', value.Value)}"));
}
