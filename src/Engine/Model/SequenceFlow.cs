namespace CaseFlow.Engine.Model;

/// <summary>A sequence flow of a compiled process.</summary>
/// <param name="Id">The file's id, or <c>source->target</c> when the file gives none.</param>
/// <param name="Source">Index of the element it leaves.</param>
/// <param name="Target">Index of the element it enters.</param>
/// <param name="Condition">FEEL; null: always.</param>
public sealed record SequenceFlow(int Index, string Id, LocalText? Name, int Source, int Target, Expression? Condition, int Line);
