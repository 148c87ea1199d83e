using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.State;

/// <summary>
/// How events and snapshots are stored: members in the order they are declared, nothing that is null, enumerations by name.
/// The ledger hashes these bytes, so a change here changes what is written from then on.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(FeelValueConverter), typeof(FeelContextConverter)])]
[JsonSerializable(typeof(SnapshotDocument))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(CaseClosed))]
[JsonSerializable(typeof(CaseLinked))]
[JsonSerializable(typeof(CaseMigrated))]
[JsonSerializable(typeof(CaseStarted))]
[JsonSerializable(typeof(ClockChanged))]
[JsonSerializable(typeof(ClockMarked))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(ClosureChosen))]
[JsonSerializable(typeof(CompensationKept))]
[JsonSerializable(typeof(CompensationStarted))]
[JsonSerializable(typeof(ConditionChanged))]
[JsonSerializable(typeof(DeadLetterHandled))]
[JsonSerializable(typeof(DecisionMade))]
[JsonSerializable(typeof(DocumentAttached))]
[JsonSerializable(typeof(ElementActivated))]
[JsonSerializable(typeof(ElementCompleted))]
[JsonSerializable(typeof(ElementTerminated))]
[JsonSerializable(typeof(EvaluationGiven))]
[JsonSerializable(typeof(FollowUpsDeferred))]
[JsonSerializable(typeof(FollowUpsResumed))]
[JsonSerializable(typeof(IncidentRaised))]
[JsonSerializable(typeof(IncidentResolved))]
[JsonSerializable(typeof(JobCancelled))]
[JsonSerializable(typeof(JobCompleted))]
[JsonSerializable(typeof(JobCreated))]
[JsonSerializable(typeof(JobFailed))]
[JsonSerializable(typeof(LoopInstanceEnded))]
[JsonSerializable(typeof(LoopStarted))]
[JsonSerializable(typeof(MessageReceived))]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(ProcessCalled))]
[JsonSerializable(typeof(SequenceFlowTaken))]
[JsonSerializable(typeof(SignalReceived))]
[JsonSerializable(typeof(StageCompleted))]
[JsonSerializable(typeof(StageEntered))]
[JsonSerializable(typeof(SubscriptionClosed))]
[JsonSerializable(typeof(SubscriptionOpened))]
[JsonSerializable(typeof(TaskCancelled))]
[JsonSerializable(typeof(TaskClaimed))]
[JsonSerializable(typeof(TaskCompleted))]
[JsonSerializable(typeof(TaskCreated))]
[JsonSerializable(typeof(TaskDueChanged))]
[JsonSerializable(typeof(TaskReleased))]
[JsonSerializable(typeof(TaskTransferred))]
[JsonSerializable(typeof(TimerCancelled))]
[JsonSerializable(typeof(TimerFired))]
[JsonSerializable(typeof(TimerScheduled))]
[JsonSerializable(typeof(TokensDropped))]
[JsonSerializable(typeof(VariablesSet))]
internal sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>The options with Chinese text as it is, not as escapes: rows stay short and legible. The bytes go into a database, never into a page.</summary>
    public static CaseJson Stored => Holder.Instance;

    /// <summary>Made after <see cref="Default"/>, whichever of the two files' fields are set first.</summary>
    private static class Holder
    {
        public static readonly CaseJson Instance = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
