namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>Rows of one statement that may be written at once.</summary>
internal sealed record RowBucket(Statement Statement, List<object?[]> Rows)
{
    /// <summary>
    /// Sorts the rows of several commits into as few buckets as will do. Within a commit the order counts (a clock starts before it is
    /// marked), so a row never goes before its predecessor, and never twice into a bucket that changes rows in place.
    /// </summary>
    public static List<RowBucket> Sort(IEnumerable<IReadOnlyList<RowWrite>> commits)
    {
        var buckets = new List<RowBucket>();
        foreach (var commit in commits)
        {
            var from = 0;
            foreach (var row in commit)
            {
                var at = Find(buckets, row.Statement, from);
                buckets[at].Rows.Add(row.Values);
                from = row.Statement.Kind is StatementKind.Update ? at + 1 : at;
            }
        }

        return buckets;
    }

    private static int Find(List<RowBucket> buckets, Statement statement, int from)
    {
        for (var at = from; at < buckets.Count; at++)
            if (buckets[at].Statement == statement) return at;
        buckets.Add(new(statement, []));
        return buckets.Count - 1;
    }
}
