namespace CaseFlow.Runtime.Storage;

/// <summary>The database can't be reached or can't write. What was asked may be asked again; unless the message says so, nothing was written.</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
