namespace CaseFlow.Runtime.Storage.Records;

/// <summary>What a start event waits for.</summary>
internal enum StartKind
{
    Message,
    Signal,
    Timer,
}
