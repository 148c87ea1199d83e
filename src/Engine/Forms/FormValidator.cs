using System.Collections.Immutable;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Forms;

/// <summary>Checks what was typed into a form, on the server, whatever the browser did.</summary>
public static class FormValidator
{
    /// <summary>
    /// Refuses fields that aren't in the form or are hidden, wrong types, missing required values and broken limits.
    /// A visible field that was left empty is null in the values, so that emptying a field clears the variable.
    /// </summary>
    /// <param name="raw">Field key to typed text (several for checklists), as an HTML form posts it.</param>
    public static FormResult Validate(FormDefinition form, IReadOnlyDictionary<string, IReadOnlyList<string>> raw, DateTimeOffset now)
    {
        var fields = form.Flat;
        var errors = ImmutableArray.CreateBuilder<FormError>();
        var values = FeelContext.Empty;
        foreach (var field in fields)
        {
            var texts = raw.TryGetValue(field.Key, out var given) ? given : [];
            values = values.With(field.Key, FormTyping.Parse(field.Field, texts, errors));
        }

        var broken = errors.Select(error => error.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var key in raw.Keys.Where(key => !fields.Exists(field => field.Key == key))) errors.Add(new FormError(key, "unknown-field"));
        return Check(fields, values, now, errors, broken);
    }

    /// <summary>The same for values that are already typed (JSON, import, drive). Fields that aren't given stay out of the values.</summary>
    public static FormResult Validate(FormDefinition form, FeelContext values, DateTimeOffset now)
    {
        var fields = form.Flat;
        var errors = ImmutableArray.CreateBuilder<FormError>();
        var typed = FeelContext.Empty;
        foreach (var entry in values.Entries)
        {
            var field = fields.Find(field => field.Key == entry.Key);
            if (field is null) errors.Add(new FormError(entry.Key, "unknown-field"));
            else typed = typed.With(entry.Key, FormTyping.Check(field.Field, entry.Value, errors));
        }

        return Check(fields, typed, now, errors, errors.Select(error => error.Field).ToHashSet(StringComparer.Ordinal));
    }

    private static FormResult Check(
        List<FlatField> fields, FeelContext values, DateTimeOffset now, ImmutableArray<FormError>.Builder errors, HashSet<string> broken)
    {
        var kept = FeelContext.Empty;
        var personal = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var field in fields)
        {
            var given = values.Find(field.Key);
            if (FormFields.IsHidden(field, values, now))
            {
                if (!FormLimitsCheck.IsEmpty(given)) errors.Add(new FormError(field.Key, "hidden-field"));
                continue;
            }

            if (!broken.Contains(field.Key) && FormLimitsCheck.Error(field.Field, given) is { } error) errors.Add(error);
            if (given is null) continue;
            if (field.Field.Personal is not { } register) kept = kept.With(field.Key, given);
            else if (given is FeelString text) personal[register] = text.Value;
        }

        return new FormResult(kept, personal.ToImmutable(), errors.ToImmutable());
    }
}

/// <param name="Values">Typed values of the form's visible fields, without personal ones.</param>
/// <param name="Personal">Values for the person register: name, phone, address.</param>
/// <param name="Errors">Empty when all is well.</param>
public sealed record FormResult(
    FeelContext Values, ImmutableDictionary<string, string> Personal, ImmutableArray<FormError> Errors);

/// <param name="Code">unknown-field, hidden-field, required, not-a-number, too-long, too-short, too-small, too-large, not-an-option, bad-pattern, not-a-date, not-a-phone, not-an-email.</param>
/// <param name="Limit">The limit that was broken, for the message.</param>
public sealed record FormError(string Field, string Code, string? Limit = null);
