using System.Data.Common;

namespace CaseFlow.Runtime.Storage;

/// <summary>SQL beside the commit that each database says in its own way.</summary>
internal interface IDatabaseDialect
{
    /// <summary>Takes the first free rows and gives them back. Parameters: <c>{0}</c> end of the lease, <c>{1}</c> now, <c>{2}</c> how many at most, then those that <see cref="ClaimStatement.Free"/> names.</summary>
    string Claim(ClaimStatement claim);

    /// <summary>Moves a counter on, or makes it. Parameters: <c>{0}</c> tenant, <c>{1}</c> name, <c>{2}</c> its value when new, <c>{3}</c> by how much. Answers its value in the column <c>Value</c>.</summary>
    string MoveCounter { get; }

    /// <summary>Answers the mark below which every transaction has ended, in the column <c>Value</c>; null: one writer, so there are no gaps.</summary>
    string? FeedHorizon { get; }

    /// <summary>Said first in a transaction of several statements: the server ends it when its program stands still, frozen say, and others get at the rows. Null: not needed.</summary>
    string? EndWhenIdle { get; }

    /// <summary>A time as a parameter of raw SQL, which passes by the column's conversion.</summary>
    object Stored(DateTimeOffset time);

    /// <summary>An id as a parameter of raw SQL.</summary>
    object Stored(Guid id);

    /// <summary>The order in which the database sorts ids.</summary>
    int Compare(Guid one, Guid other);

    /// <summary>An id in a row of raw SQL.</summary>
    Guid Id(DbDataReader row, int column);

    /// <summary>Reads rows and holds them until the transaction ends, passing over those that another transaction holds.</summary>
    string Lock(string columns, string table, string where);

    /// <summary>Copies rows of archived events back, each to its old place in the feed.</summary>
    /// <param name="where">Which rows.</param>
    string RestoreEvents(IReadOnlyList<string> columns, string where);
}

/// <summary>Which rows of work a claimer takes.</summary>
/// <param name="Keys">Columns of the table's key.</param>
/// <param name="Set">What the claim sets, the end of the lease first of all.</param>
/// <param name="Free">Which rows may be taken.</param>
/// <param name="Order">The column whose smallest values go first.</param>
internal sealed record ClaimStatement(string Table, string[] Keys, string Set, string Free, string Order);
