using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Simulation.Values;

/// <summary>How a value of each kind of field is drawn: as the scenario says, else evenly among what the form allows.</summary>
internal static class EntryDrafts
{
    private const double SecondsADay = 86_400;

    private static readonly Distribution NextMonth = new UniformValue(SecondsADay, 30 * SecondsADay);

    public static EntryDraft Of(FormField field, FieldPlan? plan, FieldSources sources)
    {
        if (plan is { Amount: null }) return Weighted(plan.Weights.Select(entry => (Typed(field, entry.Key), entry.Value)));
        return field.Type switch
        {
            "number" => Number(field, plan?.Amount),
            "datetime" => Moment(field, plan?.Amount ?? NextMonth),
            "checkbox" => field.Required ? Always(FeelBoolean.True) : Box(sources.Ticked),
            "checklist" or "taglist" => Several(Values(field, sources)),
            "radio" or "select" => Weighted(Options(field, sources)),
            _ => field.Required ? Always(FillerText.Of(field)) : Nothing,
        };
    }

    /// <summary>Values of a step that has no form: numbers, true and false as such, all else as text.</summary>
    public static EntryDraft Untyped(FieldPlan plan)
    {
        if (plan.Amount is { } amount) return (ref draws, _) => FeelValue.From((decimal)Math.Round(amount.Draw(ref draws), 2));
        return Weighted(plan.Weights.Select(entry => (Untyped(entry.Key), entry.Value)));
    }

    private static FeelValue? Untyped(string text) => text switch
    {
        "" => null,
        "true" => FeelBoolean.True,
        "false" => FeelBoolean.False,
        _ => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? FeelValue.From(number) : FeelValue.From(text),
    };

    private static FeelValue? Typed(FormField field, string text)
    {
        if (text.Length == 0) return null;
        var errors = ImmutableArray.CreateBuilder<FormError>();
        string[] texts = field.Type is "checklist" or "taglist" ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
        var value = FormTyping.Parse(field, texts, errors);
        return errors.Count > 0 ? FeelValue.From(text) : value;
    }

    private static EntryDraft Weighted(IEnumerable<(FeelValue? Value, double Weight)> choices)
    {
        var chooser = new Chooser(choices);
        return (ref draws, _) => chooser.Draw(ref draws);
    }

    private static IEnumerable<(FeelValue? Value, double Weight)> Options(FormField field, FieldSources sources)
    {
        var values = Values(field, sources);
        var others = values.Count(value => value != field.Default);
        var hasDefault = others < values.Length;
        foreach (var value in values)
            yield return (value, !hasDefault ? 1 : value == field.Default ? sources.DefaultValue : (1 - sources.DefaultValue) / others);
    }

    private static ImmutableArray<FeelValue> Values(FormField field, FieldSources sources) =>
        [.. (field.Source is { } source ? sources.Of(source) : field.Options.Select(option => option.Value)).Select(FeelValue.From)];

    private static EntryDraft Several(ImmutableArray<FeelValue> values) => (ref draws, _) =>
    {
        if (values.IsEmpty) return null;
        var chosen = ImmutableArray.CreateBuilder<FeelValue>();
        var first = draws.Below(values.Length);
        for (var i = 0; i < values.Length; i++)
            if (i == first || draws.Chance(0.25))
                chosen.Add(values[i]);
        return new FeelList(chosen.ToImmutable());
    };

    private static EntryDraft Box(double ticked) => (ref draws, _) => FeelValue.From(draws.Chance(ticked));

    private static EntryDraft Always(FeelValue value) => (ref _, _) => value;

    private static FeelValue? Nothing(ref Draws draws, DateTimeOffset now) => null;

    /// <summary>Whole numbers, within the field's limits.</summary>
    private static EntryDraft Number(FormField field, Distribution? amount)
    {
        var least = field.Limits.Min ?? Math.Min(1, field.Limits.Max ?? 1);
        var most = field.Limits.Max ?? Math.Max(10, least);
        var spread = amount ?? new UniformValue((double)least - 0.5, (double)most + 0.499);
        return (ref draws, _) => FeelValue.From(Math.Clamp((decimal)Math.Round(spread.Draw(ref draws)), field.Limits.Min ?? decimal.MinValue, field.Limits.Max ?? decimal.MaxValue));
    }

    private static EntryDraft Moment(FormField field, Distribution fromNow) => (ref draws, now) =>
    {
        var at = now.AddSeconds(Math.Round(fromNow.Draw(ref draws))).DateTime;
        var (date, time) = (FeelDate.From(DateOnly.FromDateTime(at)), FeelTime.From(new TimeOnly(at.Hour, at.Minute), null));
        return field.Limits.Subtype switch
        {
            "time" => time,
            "datetime" => new FeelDateTime(date, time),
            _ => date,
        };
    };
}
