using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Simulation.Scenarios;

namespace CaseFlow.Engine.Simulation.Values;

/// <summary>Fills in a form as people might: fields that nothing hides first, then the others, as what is entered shows or hides them.</summary>
internal sealed class FormDraft
{
    private readonly ImmutableArray<FieldDraft> _fields;

    private FormDraft(IEnumerable<FieldDraft> fields) => _fields = [.. fields.OrderBy(field => field.HideWhen.Length > 0)];

    /// <param name="plan">What the scenario says of the fields.</param>
    public static FormDraft Of(FormDefinition form, StepPlan? plan, FieldSources sources) =>
        new(from field in form.Flat
            where field.Field.Personal is null
            select new FieldDraft(field.Key, field.HideWhen, EntryDrafts.Of(field.Field, plan?.Values.GetValueOrDefault(field.Key), sources)));

    /// <summary>For a step without a form: only what the scenario names.</summary>
    public static FormDraft Of(StepPlan? plan) =>
        new((plan ?? new StepPlan()).Values.Select(entry => new FieldDraft(entry.Key, [], EntryDrafts.Untyped(entry.Value))));

    public FeelContext Draw(ref Draws draws, DateTimeOffset now)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>(_fields.Length);
        FeelContext? values = null;
        foreach (var field in _fields)
        {
            if (field.HideWhen.Length > 0 && IsHidden(field, values ??= new FeelContext(entries.ToImmutable()), now)) continue;
            if (field.Entry(ref draws, now) is not { } value) continue;
            entries.Add(new(field.Key, value));
            values = null;
        }

        return values ?? new FeelContext(entries.ToImmutable());
    }

    private static bool IsHidden(FieldDraft field, FeelContext values, DateTimeOffset now)
    {
        foreach (var condition in field.HideWhen)
            if (condition.Evaluate(new EnteredSoFar(values, now)) is FeelBoolean { Value: true })
                return true;
        return false;
    }

    private sealed class EnteredSoFar(FeelContext values, DateTimeOffset now) : IFeelScope
    {
        public DateTimeOffset Now => now;

        public FeelValue? Find(string name) => values.Find(name);
    }
}
