using System.Collections.Immutable;
using System.Text.Json;
using CaseFlow.Engine.Clocks;

namespace CaseFlow.Engine.Simulation.Scenarios;

/// <summary>Reads a team's people: from a scenario file, or as they are typed on a command line.</summary>
public static class StaffReader
{
    private const int Most = 100_000;

    /// <summary>Reads <c>dispatch=2,handler=6</c>. Returns the problem, or null.</summary>
    public static string? TryParse(string text, out ImmutableSortedDictionary<string, ImmutableArray<StaffGroup>> staff)
    {
        staff = ImmutableSortedDictionary.Create<string, ImmutableArray<StaffGroup>>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', StringSplitOptions.TrimEntries);
            if (pair is not [{ Length: > 0 } team, var number] || !int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var people) || people is < 0 or > Most)
                return $"Expected people by team such as dispatch=2,handler=6, but found '{part}'.";
            staff = staff.SetItem(team, [new StaffGroup(people, null)]);
        }

        return null;
    }

    internal static ImmutableArray<StaffGroup> Read(JsonPlace place) =>
        place.Value.ValueKind == JsonValueKind.Array ? [.. place.Items().Select(Group)] : [new StaffGroup(place.Whole(0, Most), null)];

    private static StaffGroup Group(JsonPlace place)
    {
        place.HasOnly("people", "calendar");
        return new StaffGroup(place.Required("people").Whole(0, Most), place.Find("calendar")?.Text());
    }
}
