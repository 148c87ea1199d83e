using System.Globalization;
using CaseFlow.Web.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Language;

/// <summary>The office's name and telephone as every page's head and foot show them.</summary>
internal sealed class OfficeName(IOptions<OfficeOptions> office, IStringLocalizer<UiText> text)
{
    public string Here =>
        (Languages.Match(CultureInfo.CurrentUICulture.Name) == Languages.English ? office.Value.EnglishName : office.Value.Name) ?? text["Shell.Office"];

    public string? Phone => office.Value.Phone;
}
