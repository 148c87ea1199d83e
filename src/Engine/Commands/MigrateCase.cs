using CaseFlow.Engine.Migrating;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// Moves a running case from one version of a flow to another: of its own flow, or of one that it calls. All of it moves or nothing does;
/// completed steps never run again.
/// </summary>
public sealed record MigrateCase(Actor Actor, FlowRef From, FlowRef To, MigrationMap Map, string Reason) : Command(Actor);
