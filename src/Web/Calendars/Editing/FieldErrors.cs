namespace CaseFlow.Web.Calendars.Editing;

/// <summary>What is wrong with a calendar's fields, in words, by their places in the file.</summary>
public sealed class FieldErrors
{
    public static readonly FieldErrors None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    private readonly IReadOnlyDictionary<string, string> byPath;

    public FieldErrors(IReadOnlyDictionary<string, string> byPath) => this.byPath = byPath;

    public int Count => byPath.Count;

    /// <summary>The first by its place, to be gone to.</summary>
    public string? First => byPath.Keys.FirstOrDefault();

    /// <param name="path">A JSON path such as <c>$.week.mon[0]</c>.</param>
    public string? On(string path) => byPath.GetValueOrDefault(path);

    /// <summary>The element's id on the page.</summary>
    public static string Id(string path) => $"cal{string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";

    /// <summary>Attributes of a field: its id, and that it is wrong and where that is said.</summary>
    /// <param name="place">Whose error it shows; null: the path's own.</param>
    public Dictionary<string, object> Field(string path, string? place = null)
    {
        var attributes = new Dictionary<string, object> { ["id"] = Id(path) };
        if (On(place ?? path) is null) return attributes;
        attributes["aria-invalid"] = "true";
        attributes["aria-describedby"] = $"{Id(place ?? path)}-error";
        return attributes;
    }
}
