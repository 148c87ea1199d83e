using CaseFlow.Engine;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Intake;

/// <summary>A flow that can be started, and its start form; the form's directory fields have their options.</summary>
public sealed record ServiceRow(string FlowKey, int Version, string Kind, LocalText Name, LocalText? Description, FormDefinition? Form);

/// <param name="Values">Form fields as posted.</param>
/// <param name="Actor">A reporter, or the clerk who types for one. Null: the resident, known only by what the form says.</param>
/// <param name="Unit">Unit that receives it; null: from the grid field, else the tenant's root.</param>
/// <param name="External">The sender's own id, for idempotence.</param>
/// <param name="ReceivedAt">Null: now.</param>
/// <param name="Documents">Documents stored beforehand (<see cref="Documents.DocumentStore.StageAsync"/>).</param>
public sealed record IntakeRequest(
    string Tenant, string FlowKey, string Channel, Actor? Actor, IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    string? Unit = null, ExternalId? External = null, DateTimeOffset? ReceivedAt = null, IReadOnlyList<Guid>? Documents = null)
{
    /// <summary>Kind of the case; null: the flow's.</summary>
    public string? Kind { get; init; }

    /// <summary>False: nobody is there to be told a follow code, so there is none.</summary>
    public bool WithFollowCode { get; init; } = true;

    /// <summary>True: the caller has just looked for the external id; the index still refuses it twice.</summary>
    internal bool IsNew { get; init; }

    /// <summary>Variables beside those of the form.</summary>
    public FeelContext Variables { get; init; } = FeelContext.Empty;
}

public sealed record ExternalId(string Source, string Id);

public abstract record IntakeOutcome
{
    private protected IntakeOutcome()
    {
    }
}

/// <param name="FollowCode">Shown once; only its hash is stored. Empty when none was asked for.</param>
/// <param name="Promises">The public clocks with their due times.</param>
public sealed record Received(Guid CaseId, string Number, string FollowCode, IReadOnlyList<Promise> Promises) : IntakeOutcome;

/// <summary>The external id is known already; nothing was started.</summary>
public sealed record AlreadyReceived(Guid CaseId, string Number) : IntakeOutcome;

public sealed record NotReceived(Refused Refusal) : IntakeOutcome;

public sealed record Promise(LocalText Name, DateTimeOffset Due);
