using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>Values on their way into data objects that have a type: a text in the place of a date is read as one, what is of another type goes no further.</summary>
internal static class TypedData
{
    /// <exception cref="ModelFault">A value is of another type.</exception>
    public static FeelContext Fit(Step step, long fromKey, FeelContext values)
    {
        if (values.Entries.IsEmpty || !step.InnerProcessOf(step.Get(fromKey)).HasDataFields) return values;
        foreach (var entry in values.Entries)
            if (FieldOf(step, fromKey, entry.Key) is { } field)
                values = values.With(entry.Key, Fit(field, entry.Value));
        return values;
    }

    /// <exception cref="ModelFault">A value is of another type.</exception>
    public static FeelContext Fit(Element scope, FeelContext values)
    {
        foreach (var field in scope.DataFields)
            if (values.Find(field.Name) is { } value)
                values = values.With(field.Name, Fit(field, value));
        return values;
    }

    /// <summary>The same for what comes from a caller. Null: all fits.</summary>
    public static Rejected? Problem(Func<FeelContext> fit, out FeelContext fitted)
    {
        fitted = FeelContext.Empty;
        try
        {
            fitted = fit();
            return null;
        }
        catch (ModelFault fault)
        {
            return new Rejected(fault.Code, fault.Message);
        }
    }

    private static FeelValue Fit(DataField field, FeelValue value)
    {
        var fitted = Intake.Fit(field.Type, value);
        return field.Type.Accepts(fitted) ? fitted : throw new ModelFault("data-type", $"Expected {field.Name} to be {Name(field.Type)}, but it is {Expressions.Describe(value)}.");
    }

    /// <summary>The nearest scope that has the name decides.</summary>
    private static DataField? FieldOf(Step step, long fromKey, string name)
    {
        for (var at = step.Get(fromKey); ; at = step.Get(at.ScopeKey))
        {
            foreach (var field in step.InnerScopeOf(at).DataFields)
                if (field.Name == name)
                    return field;
            if (at.Key == 0 || at.Called is not null || at.Variables.Find(name) is not null) return null;
        }
    }

    private static string Name(FeelType type) => type switch
    {
        SimpleType simple => $"a {simple.Name}",
        ListType { Item: SimpleType item } => $"a list of {item.Name}",
        _ => "of its type",
    };
}
