namespace CaseFlow.Runtime.Tests.Faults;

/// <summary>A folder that is thrown away.</summary>
internal sealed class TemporaryFolder : IAsyncDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("caseflow-fault-").FullName;

    public ValueTask DisposeAsync()
    {
        System.IO.Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}
