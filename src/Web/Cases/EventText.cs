using System.Collections.Frozen;
using CaseFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Cases;

/// <summary>One sentence an event, and which events make up the story a person wants to read.</summary>
internal static class EventText
{
    // What moves tokens about is there for whoever asks, behind one button.
    private static readonly FrozenSet<string> Story = new[]
    {
        "case-closed", "case-linked", "case-migrated", "case-started", "clock-changed", "clock-marked", "closure-chosen", "dead-letter-handled", "decision-made", "document-attached", "evaluation-given",
        "incident-raised", "incident-resolved", "message-received", "note-added", "signal-received", "stage-entered",
        "task-cancelled", "task-claimed", "task-completed", "task-released", "task-transferred",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The events worth looking for across cases, by name.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Story.Order(StringComparer.Ordinal)];

    /// <summary>The event's sentence; <paramref name="what"/> names the task, stage or clock concerned.</summary>
    public static string Of(string type, string? what, IStringLocalizer<UiText> text)
    {
        if (what is null && text[$"Event.{type}.unnamed"] is { ResourceNotFound: false } unnamed) return unnamed;
        var words = text[$"Event.{type}", what ?? ""];
        return words.ResourceNotFound ? text["Event.unknown", type] : words;
    }

    /// <summary>The reason in words where the event carries a word of ours, as it is where a person or the flow wrote it; null when there is none to tell.</summary>
    public static string? WhyOf(string type, string? why, IStringLocalizer<UiText> text)
    {
        if (string.IsNullOrWhiteSpace(why) || type == "task-claimed") return null;
        var (word, rest) = why.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (why[..at], why[(at + 1)..].Trim()) : (why, "");
        if (type == "incident-raised") return IncidentWords(word, text);
        if (type == "case-migrated" && word.Split(" → ") is [var from, var to]) return $"{text["Why.case-migrated", from, to]}{text["Form.Colon"]}{rest}";
        var known = text[$"Why.{type}.{word}"];
        return known.ResourceNotFound ? why : rest.Length == 0 ? known.Value : $"{known.Value}{text["Form.Colon"]}{rest}";
    }

    /// <summary>What kind of fault it is; the engine's own words stand in the technical details.</summary>
    public static string IncidentWords(string code, IStringLocalizer<UiText> text) =>
        text[$"Incidents.Code.{code}"] is { ResourceNotFound: false } known ? known : text["Incidents.Code.other"];

    /// <summary>A way taken counts when a condition of its own was the reason; one that a person chose is told with the incident.</summary>
    public static bool IsStory(string type, string? why) => Story.Contains(type) || (type == "sequence-flow-taken" && !string.IsNullOrEmpty(why) && why is not ("default" or "chosen"));

    public static bool IsLate(string type) => type is "clock-marked" or "incident-raised";
}
