using CaseFlow.Runtime.Export;

namespace CaseFlow.Runtime.Retention;

/// <summary>An archived case whose time is over.</summary>
internal sealed record ExpiredCase
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public required string Number { get; init; }

    public required string Kind { get; init; }

    public required string FlowKey { get; init; }

    public required int FlowVersion { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    public required long Version { get; init; }

    public required byte[] HeadHash { get; init; }

    /// <summary>Set when it was read for the file.</summary>
    public ExportedCase? Exported { get; init; }
}
