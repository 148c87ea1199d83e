namespace CaseFlow.Runtime.Storage;

/// <summary>A copy could not be taken or put back. Nothing was changed.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
