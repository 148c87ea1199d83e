namespace CaseFlow.Runtime.Documents;

/// <summary>What may be attached.</summary>
public sealed class DocumentOptions
{
    /// <summary>Bytes of one file.</summary>
    public long MaxSize { get; set; } = 20 * 1024 * 1024;
}
