using CaseFlow.Runtime.Storage.Commits;

namespace CaseFlow.Benchmarks.Durable;

/// <summary>Writes recorded steps and does nothing else. One instance a client; not safe for two threads.</summary>
internal interface IStepWriter : IAsyncDisposable
{
    /// <summary>All of them in one transaction, durable when it returns. They are of different cases.</summary>
    Task WriteAsync(IReadOnlyList<CaseCommit> steps);
}
