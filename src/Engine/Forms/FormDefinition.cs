using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Forms;

/// <summary>A form-js schema, read and checked.</summary>
/// <param name="Key">File name without <c>.form.json</c>.</param>
public sealed record FormDefinition(string Key, ImmutableArray<FormField> Fields)
{
    public ImmutableArray<FormField> Fields { get; init => (field, Flat) = (value, FormFields.Flatten(value)); } = Fields;

    /// <summary>The fields that hold a value, with what hides them: worked out once, as each completion of a task asks for it, and anew for other fields.</summary>
    internal List<FlatField> Flat { get; private init; } = FormFields.Flatten(Fields);
}

/// <summary>One component of a form.</summary>
/// <param name="Key">The variable it fills; null for text, separators and groups.</param>
/// <param name="Type">form-js component type.</param>
/// <param name="Personal">name, phone or address when what is typed goes to the person register.</param>
/// <param name="Source">units, teams, grids or categories when its options come from the directory.</param>
/// <param name="HideWhen">FEEL over the form's own values.</param>
/// <param name="Fields">A group's components.</param>
public sealed record FormField(
    string? Key, string Type, LocalText? Label, LocalText? Description, bool Required, ImmutableArray<FormOption> Options,
    FormLimits Limits, string? Personal, string? Source, string? HideWhen, ImmutableArray<FormField> Fields, FeelValue Default)
{
    /// <summary>People read the answer on the case page; no step needs it.</summary>
    public bool ForPeople { get; init; }

    /// <summary>1-based line of its key in the file, 0 when it has none.</summary>
    public int Line { get; init; }
}

public sealed record FormOption(string Value, LocalText Label);

public sealed record FormLimits(
    int? MinLength = null, int? MaxLength = null, decimal? Min = null, decimal? Max = null, string? Pattern = null,
    string? ValidationType = null, string? Subtype = null);
