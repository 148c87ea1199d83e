using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Simulation.Values;

/// <summary>One field and how its value is drawn.</summary>
/// <param name="HideWhen">The conditions that hide it, parsed once.</param>
/// <param name="Entry">Draws the value; null: left empty.</param>
internal sealed record FieldDraft(string Key, ImmutableArray<FeelExpression> HideWhen, EntryDraft Entry);

/// <summary>Draws one value.</summary>
/// <param name="now">In the zone of the office.</param>
internal delegate FeelValue? EntryDraft(ref Draws draws, DateTimeOffset now);
