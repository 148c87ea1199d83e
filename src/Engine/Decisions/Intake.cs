using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Decisions;

/// <summary>Takes values from outside, where JSON knows no dates: a string in the place of a date, time or duration is read as one.</summary>
internal static class Intake
{
    private const int MaxDepth = 100;

    public static FeelValue Fit(FeelType type, FeelValue value) => Fit(type, value, 0);

    private static FeelValue Fit(FeelType type, FeelValue value, int depth)
    {
        if (depth > MaxDepth) return value;
        return (type, value) switch
        {
            (DefinedType defined, _) => Fit(defined.Base, value, depth + 1),
            (SimpleType simple, FeelString text) => Read(simple.Name, text.Value) ?? value,
            (ListType list, FeelList items) => new FeelList([.. items.Items.Select(item => Fit(list.Item, item, depth + 1))]),
            (ListType list, _) => Fit(list.Item, value, depth + 1),
            (ContextType structure, FeelContext context) => Fit(structure, context, depth),
            _ => value,
        };
    }

    private static FeelContext Fit(ContextType structure, FeelContext context, int depth)
    {
        foreach (var field in structure.Fields)
            if (context.Find(field.Key) is { } entry)
                context = context.With(field.Key, Fit(field.Value, entry, depth + 1));
        return context;
    }

    private static FeelValue? Read(string type, string text) => type switch
    {
        "date" => TemporalText.Date(text),
        "time" => TemporalText.Time(text),
        "date and time" => TemporalText.DateTime(text),
        "days and time duration" => TemporalText.Duration(text) as FeelDaysTimeDuration,
        "years and months duration" => TemporalText.Duration(text) as FeelYearsMonthsDuration,
        _ => null,
    };
}
