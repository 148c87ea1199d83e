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

    /// <summary>The connection broke after the step was sent.</summary>
    internal static StorageUnavailableException Unknown(string what, Exception inner) =>
        new($"Expected the database to {what}, but {inner.Message} Whether the step was stored is not known: look before asking again.", inner);
}
