using System.Globalization;
using CaseFlow.Engine.Model;

namespace CaseFlow.Web.Language;

/// <summary>A flow's own text in the language of the page.</summary>
internal static class LocalTextWords
{
    public static string Here(this LocalText text) => text.In(CultureInfo.CurrentUICulture.Name);
}
