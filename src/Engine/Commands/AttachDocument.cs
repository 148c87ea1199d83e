using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Commands;

/// <summary>Attaches a stored document.</summary>
public sealed record AttachDocument(Actor Actor, DocumentFacts Document) : Command(Actor);
