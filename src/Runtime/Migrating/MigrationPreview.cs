using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Migrating;

/// <summary>What a move would do; nothing has been changed.</summary>
/// <param name="Cases">Running cases on the old version.</param>
/// <param name="Movable">Of these, the ones that can be moved.</param>
/// <param name="Steps">Where they stand, in the old flow's order.</param>
/// <param name="Refused">The first <see cref="MigrationRun.MostListed"/> cases that can't be moved.</param>
public sealed record MigrationPreview(int Cases, int Movable, IReadOnlyList<MigrationStepRow> Steps, IReadOnlyList<MigrationFailure> Refused);

/// <summary>One element at which cases stand. A case that stands at several is counted at each.</summary>
/// <param name="Target">Element of the new version that continues it; null: none does.</param>
/// <param name="Movable">Of the cases, those that can be moved.</param>
/// <param name="Problem">Why those that stand here can't be moved, in the engine's words; null: nothing here is in the way.</param>
/// <param name="ProblemCode">The problem's kebab-case code.</param>
/// <param name="Choices">Elements of the new version that could continue it.</param>
public sealed record MigrationStepRow(
    string ElementId, LocalText Name, string? Target, int Cases, int Movable, string? ProblemCode, string? Problem, IReadOnlyList<MigrationChoice> Choices);

public sealed record MigrationChoice(string ElementId, LocalText Name);

/// <summary>A case that was not moved, and why.</summary>
/// <param name="Code">The engine's rejection code.</param>
public sealed record MigrationFailure(Guid CaseId, string Number, string Code, string Message);

/// <summary>What a move did. Run again, it goes on with what is left.</summary>
/// <param name="Moved">Cases that are on the new version now.</param>
/// <param name="Skipped">Cases that were closed or moved meanwhile.</param>
/// <param name="Failures">The first <see cref="MigrationRun.MostListed"/> of those that stayed.</param>
public sealed record MigrationResult(int Moved, int Skipped, int Failed, IReadOnlyList<MigrationFailure> Failures);
