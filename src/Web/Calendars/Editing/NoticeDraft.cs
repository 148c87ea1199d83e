using System.Text.Json.Nodes;

namespace CaseFlow.Web.Calendars.Editing;

/// <summary>A published notice about holidays, as it is typed.</summary>
public sealed class NoticeDraft
{
    private readonly JsonObject source;

    public NoticeDraft()
        : this([])
    {
    }

    private NoticeDraft(JsonObject source)
    {
        this.source = source;
        Title = source.Text("title");
        Published = DayDraft.Date(source.Text("published"));
        Address = source.Text("url");
        Days = DaysDraft.Read(source);
    }

    public string Title { get; set; }

    /// <summary>Null: not known.</summary>
    public DateOnly? Published { get; set; }

    /// <summary>Where it can be read; empty: not known.</summary>
    public string Address { get; set; }

    public DaysDraft Days { get; }

    /// <exception cref="FormatException">Not in the file format.</exception>
    public static NoticeDraft Read(JsonObject source) => new(source);

    public JsonObject Write()
    {
        var written = (JsonObject)source.DeepClone();
        written["title"] = Title.Trim();
        foreach (var (name, text) in new[] { ("published", DayDraft.Text(Published)), ("url", Address.Trim()) })
            if (text.Length > 0) written[name] = text;
            else written.Remove(name);
        Days.WriteTo(written);
        return written;
    }
}
