using System.Collections.Frozen;
using System.Collections.Immutable;
using CaseFlow.Activities.CountEvaluations;
using CaseFlow.Activities.FindUnit;
using CaseFlow.Activities.LinkCase;
using CaseFlow.Activities.MergeInto;
using CaseFlow.Activities.MessageLinked;
using CaseFlow.Activities.NotifyReporter;
using CaseFlow.Activities.OpenCase;
using CaseFlow.Activities.SuggestAnswers;
using CaseFlow.Activities.SuggestDuplicates;

namespace CaseFlow.Activities;

/// <summary>Every activity there is.</summary>
public static class ActivityCatalogue
{
    public static ImmutableArray<ActivityDescription> All { get; } =
    [
        NotifyReporterActivity.Described,
        SuggestDuplicatesActivity.Described,
        SuggestAnswersActivity.Described,
        FindUnitActivity.Described,
        OpenCaseActivity.Described,
        LinkCaseActivity.Described,
        MessageLinkedActivity.Described,
        MergeIntoActivity.Described,
        CountEvaluationsActivity.Described,
    ];

    private static readonly FrozenDictionary<string, ActivityDescription> ByType = All.ToFrozenDictionary(activity => activity.Type);

    public static ActivityDescription? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>What is wrong with an element's activity; nothing when all is well.</summary>
    /// <param name="settings">Names of the settings the element gives.</param>
    public static IEnumerable<ActivityProblem> Check(string type, IReadOnlyCollection<string> settings)
    {
        if (Find(type) is not { } activity)
        {
            yield return new("unknown-activity", $"Expected one of the activities {string.Join(", ", ByType.Keys.Order(StringComparer.Ordinal))}, but found '{type}'.");
            yield break;
        }

        foreach (var missing in activity.Settings.Where(setting => setting.Required && !settings.Contains(setting.Name)))
            yield return new("missing-setting", $"Expected {type} to have the setting '{missing.Name}', but it has none.");
        if (activity.TakesAnySetting) yield break;
        foreach (var unknown in settings.Where(name => activity.Settings.All(setting => setting.Name != name)))
            yield return new("unknown-setting", $"Expected a setting of {type}, but found '{unknown}'.");
    }
}

/// <param name="Rule">In kebab case.</param>
public sealed record ActivityProblem(string Rule, string Message);
