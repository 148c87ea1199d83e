using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Commands;

/// <summary>Starts a case of a flow. Only valid on a case that doesn't exist yet.</summary>
/// <param name="StartElement">A start event's id; null: the process's none start.</param>
/// <param name="Process">A process id within the flow; null: the flow's first executable process.</param>
public sealed record StartCase(Actor Actor, Guid CaseId, FlowRef Flow, CaseFacts Facts, FeelContext Variables, string? Process = null, string? StartElement = null, string? BusinessKey = null) : Command(Actor);
