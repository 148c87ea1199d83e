using CaseFlow.Engine.Forms;
using CaseFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Components.Forms;

/// <summary>A form error in words: what to do, not what rule was broken.</summary>
internal sealed class FormErrorText(IStringLocalizer<UiText> text)
{
    public string Of(FormError error)
    {
        var words = text[$"FormError.{error.Code}", error.Limit ?? ""];
        return words.ResourceNotFound ? text["FormError.other"] : words;
    }
}
