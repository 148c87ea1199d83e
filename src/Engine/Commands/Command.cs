namespace CaseFlow.Engine.Commands;

/// <summary>Something a case is asked to do. Imperative; it may be rejected.</summary>
/// <param name="Actor">Who asks.</param>
public abstract record Command(Actor Actor);
