using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Forms;

/// <summary>Checks what was typed into a form, on the server, whatever the browser did.</summary>
public static class FormValidator
{
    /// <summary>
    /// Refuses fields that aren't in the form or are hidden, wrong types, missing required values and broken limits.
    /// </summary>
    /// <param name="raw">Field key to typed text (several for checklists), as an HTML form posts it.</param>
    public static FormResult Validate(FormDefinition form, IReadOnlyDictionary<string, IReadOnlyList<string>> raw, DateTimeOffset now) =>
        throw new NotImplementedException();

    /// <summary>The same for values that are already typed (JSON, import, drive).</summary>
    public static FormResult Validate(FormDefinition form, FeelContext values, DateTimeOffset now) =>
        throw new NotImplementedException();
}

/// <param name="Values">Typed values of the form's visible fields, without personal ones.</param>
/// <param name="Personal">Values for the person register: name, phone, address.</param>
/// <param name="Errors">Empty when all is well.</param>
public sealed record FormResult(
    FeelContext Values, ImmutableDictionary<string, string> Personal, ImmutableArray<FormError> Errors);

/// <param name="Code">unknown-field, hidden-field, required, not-a-number, too-long, too-short, too-small, too-large, not-an-option, bad-pattern, not-a-date, not-a-phone, not-an-email.</param>
/// <param name="Limit">The limit that was broken, for the message.</param>
public sealed record FormError(string Field, string Code, string? Limit = null);
