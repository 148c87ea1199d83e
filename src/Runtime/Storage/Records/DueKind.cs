namespace CaseFlow.Runtime.Storage.Records;

/// <summary>What a due row asks the case to do.</summary>
internal enum DueKind
{
    Timer,
    Clock,
    Continue,
}
