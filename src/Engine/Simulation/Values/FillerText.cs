using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;

namespace CaseFlow.Engine.Simulation.Values;

/// <summary>Something to enter into a text field that must not be empty.</summary>
internal static class FillerText
{
    private const string Plain = "…";

    public static FeelValue Of(FormField field)
    {
        if (field.Type == "filepicker") return new FeelList([FeelValue.From("file-1")]);
        return FeelValue.From(field.Limits.ValidationType switch
        {
            "email" => "resident@example.org",
            "phone" => "000-00000",
            _ => field.Limits.MinLength is { } least and > 1 ? string.Concat(Enumerable.Repeat(Plain, least)) : Plain,
        });
    }
}
