namespace CaseFlow.Engine.Commands;

/// <summary>Links another case, e.g. a need to its project; links are many-to-many and each side records one.</summary>
/// <param name="Role">What the other case is to this one: <c>need</c>, <c>project</c>, <c>parent</c>, <c>child</c>, <c>related</c>.</param>
public sealed record LinkCase(Actor Actor, Guid OtherCaseId, string Role) : Command(Actor);
