using System.Collections.Immutable;

namespace CaseFlow.Designer.Panel;

/// <summary>What a flow may name beside its own drawing: teams and units of the directory, its forms and tables, activities, calendars.</summary>
/// <param name="Flows">Processes a call activity may call.</param>
public sealed record FlowChoices(
    ImmutableArray<Choice> Teams, ImmutableArray<Choice> Units, ImmutableArray<Choice> Forms, ImmutableArray<Choice> Decisions,
    ImmutableArray<Choice> Activities, ImmutableArray<Choice> Calendars, ImmutableArray<Choice> Flows)
{
    public static FlowChoices None { get; } = new([], [], [], [], [], [], []);
}

/// <summary>One line of a list to choose from.</summary>
public sealed record Choice(string Value, string Label);
