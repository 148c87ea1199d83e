namespace CaseFlow.Engine.Events;

/// <summary>An incident is over.</summary>
/// <param name="How"><c>retried</c>, <c>mended</c>, <c>skipped</c>: by a person; <c>completed</c>, <c>cancelled</c>: its element ended.</param>
/// <param name="Reason">Why a person skipped it or mended its variables.</param>
public sealed record IncidentResolved(long IncidentKey, string ElementId, string How, string? Reason = null) : CaseEvent;
