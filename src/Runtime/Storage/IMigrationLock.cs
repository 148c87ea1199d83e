namespace CaseFlow.Runtime.Storage;

/// <summary>Lets one process at a time migrate a database; freed when its holder dies.</summary>
internal interface IMigrationLock
{
    Task<IAsyncDisposable> TakeAsync(CancellationToken cancel);
}
