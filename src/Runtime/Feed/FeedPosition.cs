namespace CaseFlow.Runtime.Feed;

/// <summary>How far a reader of the feed has come.</summary>
internal readonly record struct FeedPosition(long Transaction, long Position)
{
    public static FeedPosition Start { get; } = new(-1, -1);
}
