using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Activities;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Runtime.Outbox;

/// <param name="AtOnce">Rows of one activity, and of messages and signals, that run at the same time when nothing else is set.</param>
/// <param name="MostAttempts">Then the row is given up: it stays, marked dead, until a person deals with it.</param>
public sealed record OutboxOptions(int AtOnce = 32, int MostAttempts = 10)
{
    private const string Section = "Outbox:Activities";

    /// <summary>An activity that takes longer counts as failed.</summary>
    public TimeSpan ActivityTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Limits by type of activity.</summary>
    public ImmutableDictionary<string, ActivityLimit> Activities { get; init; } = ImmutableDictionary<string, ActivityLimit>.Empty;

    /// <summary>How long a claim holds. Only what begins at once is claimed, and it ends within its time.</summary>
    internal TimeSpan LeaseTime => ActivityTime * 2;

    /// <param name="activity">Empty: messages and signals.</param>
    public ActivityLimit LimitOf(string activity) => Activities.GetValueOrDefault(activity) ?? new ActivityLimit(AtOnce);

    /// <summary>Reads <c>Outbox:Activities:TYPE:AtOnce</c> and <c>Outbox:Activities:TYPE:PerMinute</c>.</summary>
    /// <exception cref="InvalidOperationException">No such activity, or not a whole number above zero.</exception>
    public static OutboxOptions From(IConfiguration configuration)
    {
        var options = new OutboxOptions();
        var limits = configuration.GetSection(Section).GetChildren().ToImmutableDictionary(activity => TypeOf(activity.Key), activity => LimitIn(activity, options.AtOnce));
        return options with { Activities = limits };
    }

    private static string TypeOf(string type) => ActivityCatalogue.Find(type) is not null
        ? type
        : throw new InvalidOperationException($"Expected {Section} to name one of {string.Join(", ", ActivityCatalogue.All.Select(known => known.Type))}, but it names '{type}'.");

    private static ActivityLimit LimitIn(IConfigurationSection activity, int atOnce)
    {
        if (activity.GetChildren().FirstOrDefault(child => child.Key is not ("AtOnce" or "PerMinute")) is { } unknown)
            throw new InvalidOperationException($"Expected AtOnce or PerMinute in {activity.Path}, but found '{unknown.Key}'.");
        return new ActivityLimit(Number(activity, "AtOnce") ?? atOnce, Number(activity, "PerMinute"));
    }

    private static int? Number(IConfigurationSection activity, string name)
    {
        if (activity[name] is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidOperationException($"Expected {activity.Path}:{name} to be a whole number above 0, but it is '{text}'.");
    }
}
