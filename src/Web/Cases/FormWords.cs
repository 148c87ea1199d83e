using System.Globalization;
using CaseFlow.Engine.Forms;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Cases;

/// <summary>A form's answers as a person reads them.</summary>
internal static class FormWords
{
    public static string Label(FormField field) => field.Label?.Here() ?? field.Key ?? "";

    /// <summary>Options by their names, other values as typed.</summary>
    public static string Value(FormField field, IReadOnlyList<string> texts) => string.Join(Separator, texts.Select(text => Option(field, text)));

    private static string Separator => CultureInfo.CurrentUICulture.Name == Languages.English ? ", " : "、";

    private static string Option(FormField field, string text) => field.Options.FirstOrDefault(option => option.Value == text)?.Label.Here() ?? text;
}
