using CaseFlow.Engine;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Directory;

namespace CaseFlow.Runtime.Storage.Commits;

/// <summary>A step as the interpreter gave it, with who, when and why.</summary>
/// <param name="Before">Null for a new case.</param>
/// <param name="Intake">For a new case.</param>
/// <param name="Extra">Rows of the caller's own that must be written with the step or not at all.</param>
internal sealed record StepToStore(
    LoadedCase? Before, Advanced Step, FlowPackage Flow, UnitTree Units, Actor Actor, DateTimeOffset Now, string Cause, NewCase? Intake, IReadOnlyList<RowWrite> Extra)
{
    public CaseState After => Step.State;

    public Guid CaseId => After.CaseId;

    public string Tenant => After.Facts.Tenant;
}

/// <summary>What a case's row knows that its state does not.</summary>
/// <param name="ExternalSource">With <paramref name="ExternalId"/> unique in the tenant: the same request is taken once.</param>
internal sealed record NewCase(string? ExternalSource = null, string? ExternalId = null, byte[]? FollowCodeHash = null)
{
    public static NewCase Plain { get; } = new();
}
