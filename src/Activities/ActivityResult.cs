using System.Text.Json.Nodes;

namespace CaseFlow.Activities;

/// <summary>What came of a run.</summary>
public abstract record ActivityResult
{
    private protected ActivityResult()
    {
    }

    /// <summary>Done, with nothing to say.</summary>
    public static ActivityResult Done { get; } = new Completed(null);
}

/// <param name="Answer">An object's members become variables, or go whole to the element's result variable; any other value goes there only.</param>
public sealed record Completed(JsonNode? Answer) : ActivityResult;

/// <param name="ErrorCode">Set: a BPMN error for the flow to catch. Null: a failure.</param>
/// <param name="Final">True: trying again would not help.</param>
public sealed record Failed(string Message, string? ErrorCode = null, bool Final = false) : ActivityResult;
