namespace CaseFlow.Runtime.Storage;

/// <summary>Begins transactions in which whole cases are moved or deleted by SQL.</summary>
internal interface IBulkTransactions
{
    /// <summary>Dispose what it gives: what was not committed is undone.</summary>
    Task<BulkTransaction> BeginAsync(CancellationToken cancel);
}
