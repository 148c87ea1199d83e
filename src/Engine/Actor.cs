namespace CaseFlow.Engine;

/// <summary>Who caused an event. Every event names one.</summary>
/// <param name="Id">A staff user's id, a reporter's person id, an activity's type, or the name of the part of the system.</param>
/// <param name="OnBehalfOf">The person a substitute or a window clerk acts for.</param>
public sealed record Actor(ActorKind Kind, string Id, string? OnBehalfOf = null)
{
    public static Actor System { get; } = new(ActorKind.System, "caseflow");

    public static Actor Staff(string userId) => new(ActorKind.Staff, userId);

    public static Actor Reporter(string personId) => new(ActorKind.Reporter, personId);
}

public enum ActorKind
{
    System,
    Staff,
    Reporter,
    Activity,
    Import,
}
