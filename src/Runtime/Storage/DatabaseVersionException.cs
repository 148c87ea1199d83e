namespace CaseFlow.Runtime.Storage;

/// <summary>The database's schema is not one that this program works with. Nothing was changed.</summary>
public sealed class DatabaseVersionException : Exception
{
    public DatabaseVersionException()
    {
    }

    public DatabaseVersionException(string message)
        : base(message)
    {
    }

    public DatabaseVersionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
