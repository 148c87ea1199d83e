namespace CaseFlow.Runtime.Queries;

/// <summary>Up to so many rows of a list, in its order, behind a cursor.</summary>
internal delegate Task<List<TRow>> ListPage<TRow>(string? after, int size);

/// <summary>
/// The first rows of several lists, each of which comes in order. Of every list only about its share of the page is read, and more
/// where its rows crowd the page: a page over ten units reads little more than a page over one.
/// </summary>
/// <param name="order">The lists' own order.</param>
/// <param name="cursor">The place behind a row.</param>
internal sealed class OrderedLists<TRow>(IEnumerable<ListPage<TRow>> lists, Comparison<TRow> order, Func<TRow, string> cursor)
    where TRow : class
{
    private const int LeastAtOnce = 8;

    private readonly List<Source> _sources = [.. lists.Select(read => new Source(read))];

    /// <param name="after">Where every list begins; null: at its start.</param>
    public async Task<List<TRow>> FirstAsync(string? after, int size)
    {
        var atOnce = _sources.Count <= 1 ? size : Math.Clamp(size * 3 / 2 / _sources.Count, Math.Min(LeastAtOnce, size), size);
        var rows = new List<TRow>();
        List<Source> open = [.. _sources];
        for (; open.Count > 0; atOnce = Math.Min(atOnce * 2, size))
        {
            foreach (var source in open) rows.AddRange(await source.ReadAsync(after, atOnce, cursor));
            rows.Sort(order);
            // What a list has not given yet comes behind its last row, and matters only when that row is within the page.
            open = [.. open.Where(source => !source.Ended && (rows.Count < size || order(source.Last!, rows[size - 1]) < 0))];
        }

        return [.. rows.Take(size)];
    }

    private sealed class Source(ListPage<TRow> read)
    {
        public TRow? Last { get; private set; }

        public bool Ended { get; private set; }

        public async Task<List<TRow>> ReadAsync(string? after, int count, Func<TRow, string> cursor)
        {
            var rows = await read(Last is null ? after : cursor(Last), count);
            Ended = rows.Count < count;
            if (rows.Count > 0) Last = rows[^1];
            return rows;
        }
    }
}
