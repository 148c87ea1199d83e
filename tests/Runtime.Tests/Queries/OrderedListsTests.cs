using System.Globalization;
using CaseFlow.Runtime.Queries;

namespace CaseFlow.Runtime.Tests.Queries;

public sealed class OrderedListsTests
{
    private int _read;

    [Theory]
    [InlineData(1, 300, 20)]
    [InlineData(2, 5, 20)]
    [InlineData(11, 300, 51)]
    [InlineData(40, 3, 51)]
    public async Task Pages_of_many_lists_follow_one_another_without_gap_or_repeat(int lists, int most, int size)
    {
        var random = new Random(lists);
        var given = Enumerable.Range(0, lists).Select(list => Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(1000) * 100 + list).Distinct().Order().ToList()).ToList();

        var (seen, after) = (new List<int>(), (string?)null);
        while (await Of(given).FirstAsync(after, size) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(row => row.At));
            after = Text(page[^1]);
        }

        Assert.Equal(given.SelectMany(list => list).Order(), seen);
    }

    [Fact]
    public async Task Reads_on_in_the_list_that_fills_the_page_alone()
    {
        List<int>[] given = [[.. Enumerable.Range(0, 1000)], .. Enumerable.Range(1, 10).Select(list => Enumerable.Range(list * 10_000, 1000).ToList())];

        Assert.Equal(Enumerable.Range(0, 50), (await Of(given).FirstAsync(null, 50)).Select(row => row.At));
    }

    [Fact]
    public async Task Reads_little_more_of_ten_lists_than_the_page_shows()
    {
        var given = Enumerable.Range(0, 10).Select(list => Enumerable.Range(0, 1000).Select(at => at * 10 + list).ToList());

        await Of(given).FirstAsync(null, 50);

        Assert.InRange(_read, 50, 100);
    }

    private OrderedLists<Row> Of(IEnumerable<List<int>> lists) => new(
        lists.Select(list => new ListPage<Row>((after, size) =>
        {
            var rows = list.Where(row => after is null || row > int.Parse(after, CultureInfo.InvariantCulture)).Take(size).Select(row => new Row(row)).ToList();
            _read += rows.Count;
            return Task.FromResult(rows);
        })),
        (one, other) => one.At.CompareTo(other.At), Text);

    private static string Text(Row row) => row.At.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(int At);
}
