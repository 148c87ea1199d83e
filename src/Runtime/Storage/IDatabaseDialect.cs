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

    /// <summary>A time as a parameter of raw SQL, which passes by the column's conversion.</summary>
    object Stored(DateTimeOffset time);
}

/// <summary>Which rows of work a claimer takes.</summary>
/// <param name="Keys">Columns of the table's key.</param>
/// <param name="Set">What the claim sets, the end of the lease first of all.</param>
/// <param name="Free">Which rows may be taken.</param>
/// <param name="Order">The column whose smallest values go first.</param>
internal sealed record ClaimStatement(string Table, string[] Keys, string Set, string Free, string Order);
