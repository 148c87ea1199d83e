using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Model;

/// <summary>A data object or property of a scope whose item says of what type it is.</summary>
internal sealed record DataField(string Name, FeelType Type);
