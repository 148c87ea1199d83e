namespace CaseFlow.Runtime.Storage.Records;

/// <summary>Where a message from outside stands.</summary>
internal enum MessageStatus
{
    Waiting,
    Delivered,

    /// <summary>Its time to live ended before a case waited for it: listed, never dropped.</summary>
    Expired,
}
