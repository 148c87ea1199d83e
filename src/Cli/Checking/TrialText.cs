using CaseFlow.Engine.Model;

namespace CaseFlow.Cli.Checking;

/// <summary>A step of a trial run as one line.</summary>
internal static class TrialText
{
    public static string Of(TrialStep step)
    {
        var detail = step.Detail is null ? "" : $" ({step.Detail})";
        var taken = step.Taken.IsEmpty ? "" : $", by {string.Join(" ", step.Taken)}";
        var live = step.Live.IsEmpty ? "" : $", then at {string.Join(" ", step.Live)}";
        var waiting = step.Waiting.IsEmpty ? "" : $", waiting on {string.Join(" ", step.Waiting)}";
        return $"{step.Kind.ToString().ToLowerInvariant()} {step.ElementId}{detail}{taken}{live}{waiting}";
    }
}
