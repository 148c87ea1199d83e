using CaseFlow.Engine;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Intake;

/// <summary>Takes requests in: from residents, clerks, grid workers, import and other systems; one door for all.</summary>
public sealed class IntakeDesk
{
    /// <summary>Public flows residents may start, in catalogue order.</summary>
    public Task<IReadOnlyList<ServiceRow>> ServicesAsync(string tenant, CancellationToken cancel = default) => throw new NotImplementedException();

    public Task<IntakeOutcome> SubmitAsync(IntakeRequest request, CancellationToken cancel = default) => throw new NotImplementedException();
}

/// <summary>A flow that can be started, and its start form.</summary>
public sealed record ServiceRow(string FlowKey, int Version, string Kind, LocalText Name, LocalText? Description, FormDefinition? Form);

/// <param name="Values">Form fields as posted.</param>
/// <param name="Actor">A reporter, or the clerk who types for one.</param>
/// <param name="Unit">Unit that receives it; null: from the grid field, else the tenant's root.</param>
/// <param name="External">The sender's own id, for idempotence.</param>
/// <param name="ReceivedAt">Null: now.</param>
public sealed record IntakeRequest(
    string Tenant, string FlowKey, string Channel, Actor? Actor, IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    string? Unit = null, ExternalId? External = null, DateTimeOffset? ReceivedAt = null, IReadOnlyList<Guid>? Documents = null);

public sealed record ExternalId(string Source, string Id);

public abstract record IntakeOutcome
{
    private protected IntakeOutcome()
    {
    }
}

/// <param name="FollowCode">Shown once; only its hash is stored.</param>
/// <param name="Promises">The public clocks with their due times.</param>
public sealed record Received(Guid CaseId, string Number, string FollowCode, IReadOnlyList<Promise> Promises) : IntakeOutcome;

/// <summary>The external id is known already; nothing was started.</summary>
public sealed record AlreadyReceived(Guid CaseId, string Number) : IntakeOutcome;

public sealed record NotReceived(Refused Refusal) : IntakeOutcome;

public sealed record Promise(LocalText Name, DateTimeOffset Due);
