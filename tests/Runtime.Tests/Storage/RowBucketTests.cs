using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Runtime.Tests.Storage;

public sealed class RowBucketTests
{
    private static readonly Statement Put = Statement.Upsert("things", 1, ("id", StoredType.Id), ("name", StoredType.Text));
    private static readonly Statement Change = Statement.Update("things", 1, ("name", StoredType.Text), ("id", StoredType.Id));
    private static readonly Statement Drop = Statement.Delete("things", ("id", StoredType.Id));

    [Fact]
    public void Puts_rows_of_several_commits_into_one_bucket_a_statement() => Assert.Equal(
        ["Delete things: a d", "Upsert things: b c e"],
        Sorted([Row(Drop, "a"), Row(Put, "b"), Row(Put, "c")], [Row(Drop, "d"), Row(Put, "e")]));

    [Fact]
    public void Never_writes_a_row_before_its_predecessor() => Assert.Equal(
        ["Upsert things: a", "Delete things: b", "Upsert things: c"],
        Sorted([Row(Put, "a")], [Row(Drop, "b"), Row(Put, "c")]));

    [Fact]
    public void Changes_of_one_commit_come_one_after_another() => Assert.Equal(
        ["Update things: first other", "Update things: second"],
        Sorted([Row(Change, "first"), Row(Change, "second")], [Row(Change, "other")]));

    private static RowWrite Row(Statement statement, string value) => new(statement, value);

    private static IEnumerable<string> Sorted(params RowWrite[][] commits) =>
        RowBucket.Sort(commits).Select(bucket => $"{bucket.Statement}: {string.Join(' ', bucket.Rows.Select(row => row[0]))}");
}
