using System.Collections.Immutable;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Runtime.Directory;

/// <summary>Fills the fields whose options come from the directory, for showing and for checking alike.</summary>
internal static class FormOptions
{
    public static FormDefinition Fill(FormDefinition form, UnitTree tree, IReadOnlyList<FormOption> categories) =>
        form with { Fields = Fill(form.Fields, tree, categories) };

    /// <summary>For checking: a field filled from the directory takes its options and nothing else, as if the flow had listed them.</summary>
    public static FormDefinition Closed(FormDefinition form) => form with { Fields = Closed(form.Fields) };

    private static ImmutableArray<FormField> Closed(ImmutableArray<FormField> fields) =>
        fields.IsDefaultOrEmpty ? fields : [.. fields.Select(field => field with { Source = field.Options.IsDefaultOrEmpty ? field.Source : null, Fields = Closed(field.Fields) })];

    private static ImmutableArray<FormField> Fill(ImmutableArray<FormField> fields, UnitTree tree, IReadOnlyList<FormOption> categories) =>
        fields.IsDefaultOrEmpty ? fields : [.. fields.Select(field => Fill(field, tree, categories))];

    private static FormField Fill(FormField field, UnitTree tree, IReadOnlyList<FormOption> categories) => field.Source switch
    {
        "units" => field with { Options = [.. tree.Units.Where(unit => unit.Kind != "grid").Select(Option)] },
        "grids" => field with { Options = [.. tree.Units.Where(unit => unit.Kind == "grid").Select(Option)] },
        "teams" => field with { Options = [.. tree.Teams.DistinctBy(team => team.Key).Select(team => new FormOption(team.Key, team.Name))] },
        "categories" when categories.Count > 0 => field with { Options = [.. categories] },
        _ => field.Fields.IsDefaultOrEmpty ? field : field with { Fields = Fill(field.Fields, tree, categories) },
    };

    private static FormOption Option(UnitRow unit) => new(unit.Code, unit.Name);
}
