using CaseFlow.Runtime.Intake.Import;

namespace CaseFlow.Runtime.Tests.Intake.Import;

public sealed class DelimitedReaderTests
{
    [Fact]
    public async Task Reads_quoted_cells_over_several_lines_and_says_where_each_record_begins()
    {
        var rows = await ReadAsync("a,b\r\n\"one\ntwo\",\"say \"\"hi\"\", he\"\r\n\r\n,\nlast");

        Assert.Equal(
            [(1, "a|b"), (2, "one\ntwo|say \"hi\", he"), (5, "|"), (6, "last")],
            rows);
    }

    [Fact]
    public async Task Takes_a_stray_quote_as_it_stands()
    {
        Assert.Equal([(1, "5\" pipe|x y")], await ReadAsync("5\" pipe,\"x\" y"));
    }

    [Fact]
    public async Task Keeps_an_empty_last_cell_and_ends_without_a_line_break()
    {
        Assert.Equal([(1, "a|"), (2, "b|")], await ReadAsync("a,\nb,"));
    }

    [Fact]
    public async Task Reads_cells_longer_than_its_buffer()
    {
        var longCell = new string('长', 100_000);

        Assert.Equal([(1, longCell + "|x")], await ReadAsync($"\"{longCell}\",x\n", longest: 200_000));
    }

    [Fact]
    public async Task Stops_at_a_quote_that_is_never_closed()
    {
        var error = await Assert.ThrowsAsync<FormatException>(() => ReadAsync("a,b\n1,\"" + new string('x', 2000), longest: 1000));

        Assert.StartsWith("Expected a closed quote, but a cell of the record at line 2", error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<(int Line, string Cells)>> ReadAsync(string text, int longest = 1000)
    {
        var reader = new DelimitedReader(new StringReader(text), ',', longest);
        var rows = new List<(int, string)>();
        while (await reader.NextAsync(CancellationToken.None) is { } row) rows.Add((row.Line, string.Join('|', row.Cells)));
        return rows;
    }
}
