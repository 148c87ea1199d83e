using System.Collections.Immutable;

namespace CaseFlow.Activities;

/// <summary>What the designer shows of an activity, and what publication holds its settings against.</summary>
/// <param name="Type">As <c>caseflow:activity</c> names it.</param>
/// <param name="TakesAnySetting">True: settings beside the described ones have a meaning too.</param>
/// <param name="Result">What goes to the result variable; null: nothing.</param>
public sealed record ActivityDescription(string Type, Words Name, Words Summary, ImmutableArray<SettingDescription> Settings, Words? Result, bool TakesAnySetting = false);

/// <param name="Required">Publication refuses an element without it.</param>
public sealed record SettingDescription(string Name, Words Label, Words Help, bool Required = false);

/// <summary>Text in both languages.</summary>
public sealed record Words(string Chinese, string English)
{
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Chinese;
}
