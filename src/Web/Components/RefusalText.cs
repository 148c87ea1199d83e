using CaseFlow.Runtime;
using CaseFlow.Web.Language;
using CaseFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Web.Components;

/// <summary>A refusal in words: who was first and when, or why it can't be done.</summary>
internal sealed class RefusalText(IStringLocalizer<UiText> text, OfficeTime time)
{
    public string Of(Refused refusal)
    {
        var nobody = text[$"Refused.{refusal.Code}.nobody"];
        var words = !nobody.ResourceNotFound && (refusal.By is null || refusal.At is null)
            ? nobody
            : text[$"Refused.{refusal.Code}", refusal.By ?? "", refusal.At is { } at ? time.Short(at) : ""];
        return words.ResourceNotFound ? text["Refused.other"] : words;
    }
}
