using CaseFlow.Engine;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.State;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Running;

namespace CaseFlow.Runtime.Migrating;

/// <summary>
/// Moves the running cases of a flow version to another one, each case in a step of its own. It can be stopped and run again at any
/// time: a case that has been moved is not read again. Asks for no rights; people come through <see cref="MigrationDesk"/>.
/// </summary>
public sealed class MigrationRun
{
    /// <summary>Most cases that an answer lists by number.</summary>
    public const int MostListed = 100;

    private readonly RunningCases _cases;
    private readonly FlowLibrary _library;
    private readonly Worlds _worlds;
    private readonly CaseRunner _runner;

    internal MigrationRun(RunningCases cases, FlowLibrary library, Worlds worlds, CaseRunner runner) => (_cases, _library, _worlds, _runner) = (cases, library, worlds, runner);

    /// <summary>The dry run: every case is moved in memory and thrown away.</summary>
    /// <exception cref="KeyNotFoundException">One of the versions is not published.</exception>
    public async Task<MigrationPreview> PreviewAsync(string tenant, MigrationRequest request, CancellationToken cancel = default)
    {
        var tally = new MigrationTally(_library.Package(tenant, request.Source), _library.Package(tenant, request.Target));
        var world = await _worlds.OfAsync(tenant, cancel);
        var command = new MigrateCase(Actor.System, request.Source, request.Target, request.Map, "dry run");
        await foreach (var found in _cases.ReadAsync(tenant, request.Source, withState: true, cancel))
        {
            var state = CaseSnapshot.Read(found.Snapshot);
            tally.Add(found, Migration.Plan(world, state, request.Source, request.Target, request.Map), Interpreter.Advance(world, state, command, _runner.Now) as Rejected);
        }

        return tally.Preview();
    }

    /// <param name="progress">Told after each case.</param>
    public async Task<MigrationResult> RunAsync(
        string tenant, MigrationRequest request, Actor actor, string reason, IProgress<MigrationResult>? progress = null, CancellationToken cancel = default)
    {
        var command = new MigrateCase(actor, request.Source, request.Target, request.Map, reason);
        var failures = new List<MigrationFailure>();
        var result = new MigrationResult(0, 0, 0, failures);
        await foreach (var found in _cases.ReadAsync(tenant, request.Source, withState: false, cancel))
        {
            result = await _runner.AdvanceAsync(found.CaseId, command, cancel) switch
            {
                Ran => result with { Moved = result.Moved + 1 },
                NotRun { Code: "case-closed" or "not-on-version" } => result with { Skipped = result.Skipped + 1 },
                NotRun refused => Failed(result, failures, new MigrationFailure(found.CaseId, found.Number, refused.Code, refused.Message)),
                var other => throw new InvalidOperationException($"Expected a known result, but found {other.GetType().Name}."),
            };
            progress?.Report(result);
        }

        return result;
    }

    private static MigrationResult Failed(MigrationResult result, List<MigrationFailure> failures, MigrationFailure failure)
    {
        if (failures.Count < MostListed) failures.Add(failure);
        return result with { Failed = result.Failed + 1 };
    }
}
